package io.ringback.office.lists;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A duration as a form shows it: a number and a unit, chosen so that nothing of it is lost.
 *
 * @param amount as the field shows it; null for no limit
 * @param unit the ISO pattern of the unit, {@code %} standing for the number
 */
record AmountOfTime(@Nullable String amount, String unit) {

    static final String SECONDS = "PT%S";
    static final String MINUTES = "PT%M";
    static final String HOURS = "PT%H";
    static final String DAYS = "P%D";

    /** The largest unit that goes into it without rest; a day is 24 hours, more are days. */
    static AmountOfTime of(@Nullable Duration duration) {
        if (duration == null) {
            return new AmountOfTime(null, MINUTES);
        }
        if (duration.getNano() != 0) {
            var seconds = BigDecimal.valueOf(duration.getSeconds()).add(BigDecimal.valueOf(duration.getNano(), 9));
            return new AmountOfTime(seconds.stripTrailingZeros().toPlainString(), SECONDS);
        }
        if (isWhole(duration, Duration.ofDays(1)) && duration.toDays() > 1) {
            return new AmountOfTime(Long.toString(duration.toDays()), DAYS);
        }
        if (isWhole(duration, Duration.ofHours(1))) {
            return new AmountOfTime(Long.toString(duration.toHours()), HOURS);
        }
        if (isWhole(duration, Duration.ofMinutes(1))) {
            return new AmountOfTime(Long.toString(duration.toMinutes()), MINUTES);
        }
        return new AmountOfTime(Long.toString(duration.toSeconds()), SECONDS);
    }

    /** Several, as one field shows and takes them: in minutes, with commas between. */
    static String minutes(List<Duration> durations) {
        return durations.stream()
                .map(duration -> BigDecimal.valueOf(duration.toMillis())
                        .divide(BigDecimal.valueOf(60_000), 6, RoundingMode.HALF_UP)
                        .stripTrailingZeros()
                        .toPlainString())
                .collect(Collectors.joining(", "));
    }

    /** Steps that the field allows: whole ones, unless the duration has a part of a second. */
    public String step() {
        return amount != null && amount.contains(".") ? "any" : "1";
    }

    private static boolean isWhole(Duration duration, Duration unit) {
        return duration.toSeconds() >= unit.toSeconds() && duration.toSeconds() % unit.toSeconds() == 0;
    }
}
