package io.ringback.office.board;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How long something has been going on, in signs that all languages of the pages share: {@code 2 h 5 min}. */
final class Ages {

    private Ages() {}

    /** The two largest units; empty for what has not begun. */
    static String between(@Nullable Instant since, Instant now) {
        if (since == null) {
            return "";
        }
        var age = Duration.between(since, now);
        if (age.isNegative()) {
            return "0\u00a0s";
        }
        if (age.toDays() > 0) {
            return two(age.toDays(), "d", age.toHoursPart(), "h");
        }
        if (age.toHours() > 0) {
            return two(age.toHours(), "h", age.toMinutesPart(), "min");
        }
        return age.toMinutes() > 0 ? age.toMinutes() + "\u00a0min" : age.toSeconds() + "\u00a0s";
    }

    private static String two(long large, String unit, int small, String smallUnit) {
        return small == 0
                ? "%s\u00a0%s".formatted(large, unit)
                : "%s\u00a0%s %s\u00a0%s".formatted(large, unit, small, smallUnit);
    }
}
