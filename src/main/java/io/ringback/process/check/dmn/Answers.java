package io.ringback.process.check.dmn;

import io.ringback.process.check.rule.Findings;
import io.ringback.process.check.rule.Rule;
import io.ringback.process.check.rule.TextLength;
import io.ringback.process.contract.SharedNames;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** What the server reads of an answer, and what it must be. */
abstract class Answers {

    private static final Duration LONGEST = Duration.ofDays(366);

    final Findings findings;

    Answers(Findings findings) {
        this.findings = findings;
    }

    static Answers of(String decisionId, Findings findings) {
        return decisionId.equals(SharedNames.RETRY_POLICY) ? new RetryAnswers(findings) : new PriorityAnswers(findings);
    }

    /** The outputs without which there is no answer, each with its kinds of value, the usual one first. */
    abstract Map<String, List<String>> required();

    /** Those that may be there, too. */
    Map<String, List<String>> optional() {
        return Map.of();
    }

    /** What a rule that fits says. */
    abstract void check(Decision decision, Decision.Row rule, Map<String, Object> values);

    /** What is answered to a question. */
    void checkFirst(
            Decision decision,
            Decision.Row rule,
            Map<String, Object> values,
            Map<String, Object> question,
            String said) {}

    void complain(Decision decision, Decision.Row rule, String output, String complaint, String example) {
        var element = entry(decision, rule, output);
        findings.report(
                element,
                Rule.DECISION_OUTPUT,
                "%s %s, but it is %s: write for instance %s"
                        .formatted(output, complaint, TextLength.quoted(DecisionReader.text(element)), example));
    }

    static Element entry(Decision decision, Decision.Row rule, String name) {
        var names = decision.outputs().stream().map(Decision.Output::name).toList();
        return rule.values().get(names.indexOf(name)).element();
    }

    /** Why it is no duration that the server can wait for; null if it is one. */
    static @Nullable String complaint(@Nullable Object value, boolean mayBeNothing) {
        if (!(value instanceof String text)) {
            return "must be a text";
        }
        try {
            var delay = Duration.parse(text);
            if (delay.isNegative() || delay.isZero() && !mayBeNothing) {
                return "must be longer than nothing";
            }
            return delay.compareTo(LONGEST) > 0 ? "must be at most 366 days" : null;
        } catch (DateTimeParseException | ArithmeticException e) {
            return "must be a duration of days, hours, minutes and seconds (ISO 8601)";
        }
    }
}
