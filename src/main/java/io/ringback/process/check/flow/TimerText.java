package io.ringback.process.check.flow;

import io.ringback.process.check.bpmn.AllowedExpression;
import io.ringback.process.check.bpmn.Condition;
import io.ringback.process.check.bpmn.ConditionParser;
import io.ringback.process.check.rule.TextLength;
import io.ringback.process.contract.SharedVariable;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** Reads the times that models write, as strictly as is needed for the engine to understand each of them. */
final class TimerText {

    private static final Pattern DURATION =
            Pattern.compile("P(?=[0-9T])(?:(?<years>[0-9]{1,9})Y)?(?:(?<months>[0-9]{1,9})M)?"
                    + "(?:(?<days>[0-9]{1,9})D)?(?:T(?=[0-9])(?:(?<hours>[0-9]{1,9})H)?(?:(?<minutes>[0-9]{1,9})M)?"
                    + "(?:(?<seconds>[0-9]{1,9})(?:\\.[0-9]{1,9})?S)?)?");
    private static final Pattern RETRIES = Pattern.compile("R[1-9][0-9]?/(?<every>P.+)");
    private static final Pattern WITHOUT_ZONE =
            Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}(?:[T ][0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\\.[0-9]+)?)?)?");
    private static final Set<SharedVariable.Kind> TIMES =
            Set.of(SharedVariable.Kind.DATE, SharedVariable.Kind.DURATION);
    private static final long MINUTE = 60;
    private static final long DAY = 24 * 60 * MINUTE;
    private static final long MOST = 3653 * DAY;
    private static final String WANTED = "a variable such as #{expiresAt}, a duration such as PT10M or P1D";

    private TimerText() {}

    /** What is wrong with a point in time; empty if nothing is. */
    static Optional<String> complaintAboutDate(Element reader, String text, ModelVariables variables) {
        if (text.startsWith("P") || AllowedExpression.isIn(text)) {
            return complaintAboutDuration(reader, text, variables);
        }
        try {
            var date = OffsetDateTime.parse(text);
            if (date.toInstant().isBefore(Instant.now())) {
                return Optional.of("'%s' has passed: %s is wanted".formatted(text, WANTED));
            }
            return date.getYear() > 9999 ? Optional.of("'%s' lies too far away".formatted(text)) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.of(
                    WITHOUT_ZONE.matcher(text).matches()
                            ? "'%s' says no zone: write it such as 2027-01-31T09:00:00+02:00".formatted(text)
                            : "'%s' is no time: %s, or a date with zone is wanted"
                                    .formatted(TextLength.quoted(text), WANTED));
        }
    }

    /** What is wrong with a length of time; empty if nothing is. */
    static Optional<String> complaintAboutDuration(Element reader, String text, ModelVariables variables) {
        if (text.isEmpty()) {
            return Optional.of("no time is given: %s is wanted".formatted(WANTED));
        }
        if (AllowedExpression.isIn(text)) {
            return complaintAboutVariable(reader, text, variables);
        }
        if (text.startsWith("R")) {
            return Optional.of("'%s' repeats: timers occur once, draw a loop with a wait instead"
                    .formatted(TextLength.quoted(text)));
        }
        var seconds = seconds(text);
        if (seconds.isEmpty()) {
            return Optional.of("'%s' is no time: %s is wanted".formatted(TextLength.quoted(text), WANTED));
        }
        if (seconds.get() < 1) {
            return Optional.of("'%s' is over at once: write a second at least, such as PT10M".formatted(text));
        }
        return seconds.get() > MOST ? Optional.of("'%s' is longer than ten years".formatted(text)) : Optional.empty();
    }

    private static Optional<String> complaintAboutVariable(Element reader, String text, ModelVariables variables) {
        var name = ConditionParser.parse(text)
                .filter(Condition.Bare.class::isInstance)
                .map(condition -> ((Condition.Bare) condition).variable());
        if (name.isEmpty()) {
            return Optional.of("%s is no time: %s is wanted".formatted(TextLength.quoted(text), WANTED));
        }
        return variables.valuesOf(name.get(), reader).stream()
                .flatMap(value -> complaintAboutValue(reader, name.get(), value, variables).stream())
                .findFirst();
    }

    private static Optional<String> complaintAboutValue(
            Element reader, String name, PossibleValue value, ModelVariables variables) {
        var text = value.text();
        if (text != null) {
            return complaintAboutDate(reader, text, variables).map(complaint -> "%s: %s".formatted(name, complaint));
        }
        return TIMES.contains(value.kind()) || value.isUnknownText()
                ? Optional.empty()
                : Optional.of("%s is %s and no time: %s is wanted".formatted(name, value.words(), WANTED));
    }

    /** What is wrong with how often and after what time a failed step is tried again; empty if nothing is. */
    static Optional<String> complaintAboutRetries(String text) {
        var repeated = RETRIES.matcher(text);
        var times = repeated.matches() ? List.of(repeated.group("every")) : List.of(text.split(",", -1));
        var fine = times.size() <= 20
                && times.stream()
                        .allMatch(time -> seconds(time.strip())
                                .filter(length -> length > 0 && length <= MOST)
                                .isPresent());
        return fine
                ? Optional.empty()
                : Optional.of("'%s' is no plan for repeating a failed step: R3/PT5M or PT1M,PT10M is wanted"
                        .formatted(TextLength.quoted(text)));
    }

    /** The length of a duration in seconds, years and months rounded; empty if it is none. */
    static Optional<Long> seconds(String text) {
        var duration = DURATION.matcher(text);
        if (!duration.matches()) {
            return Optional.empty();
        }
        return Optional.of(number(duration.group("years")) * 365 * DAY
                + number(duration.group("months")) * 30 * DAY
                + number(duration.group("days")) * DAY
                + number(duration.group("hours")) * 60 * MINUTE
                + number(duration.group("minutes")) * MINUTE
                + number(duration.group("seconds")));
    }

    private static long number(@Nullable String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }
}
