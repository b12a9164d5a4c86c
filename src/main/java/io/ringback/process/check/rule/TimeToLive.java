package io.ringback.process.check.rule;

import java.util.Optional;
import java.util.regex.Pattern;

/** For how long the engine keeps what has happened, as models say it: whole days. */
public final class TimeToLive {

    private static final Pattern DAYS = Pattern.compile("(?:P([0-9]+)D|([0-9]+))");
    private static final int MOST = 36_500;

    private TimeToLive() {}

    /** What is wrong with the value, as the end of a sentence about the model; empty if nothing is. */
    public static Optional<String> complaint(String value) {
        if (value.isEmpty()) {
            return Optional.of("has no camunda:historyTimeToLive: set it, for instance to P30D");
        }
        var days = DAYS.matcher(value);
        if (!days.matches()) {
            return Optional.of("has the camunda:historyTimeToLive '%s': whole days are wanted, for instance P30D"
                    .formatted(value));
        }
        var digits = days.group(1) == null ? days.group(2) : days.group(1);
        return digits.length() > 9 || Integer.parseInt(digits) > MOST
                ? Optional.of("has the camunda:historyTimeToLive %s: %s days are the most".formatted(value, MOST))
                : Optional.empty();
    }
}
