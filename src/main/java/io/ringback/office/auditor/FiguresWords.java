package io.ringback.office.auditor;

import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Figures as they are written in a language; the signs of units are those that all languages of the pages share. */
record FiguresWords(Locale locale) {

    private static final String NONE = "–";
    private static final String UNIT = "%s\u00a0%s";
    private static final double WITH_TENTHS = 9.95;
    private static final double MILLIS = 1000;

    public String number(long number) {
        return NumberFormat.getIntegerInstance(locale).format(number);
    }

    /** With one digit after the point. */
    public String tenths(double number) {
        var format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(1);
        format.setMaximumFractionDigits(1);
        return format.format(number);
    }

    /** In percent; below ten with one digit after the point. */
    public String share(@Nullable Double share) {
        if (share == null) {
            return NONE;
        }
        var format = NumberFormat.getPercentInstance(locale);
        format.setMaximumFractionDigits(share > 0 && share < 0.1 ? 1 : 0);
        return format.format(share);
    }

    /** {@code 4 min 20 s}: the two largest units, a dash for none. */
    public String howLong(@Nullable Double seconds) {
        return seconds == null ? NONE : lasting(Duration.ofMillis(Math.round(seconds * MILLIS)));
    }

    public String lasting(@Nullable Duration duration) {
        if (duration == null) {
            return NONE;
        }
        var millis = duration.toMillis();
        if (millis < MILLIS) {
            return UNIT.formatted(millis, millis == 0 ? "s" : "ms");
        }
        if (millis < WITH_TENTHS * MILLIS) {
            return UNIT.formatted(tenths(millis / MILLIS), "s");
        }
        var rounded = Duration.ofSeconds(Math.round(millis / MILLIS));
        if (rounded.toDays() > 0) {
            return two(rounded.toDays(), "d", rounded.toHoursPart(), "h");
        }
        if (rounded.toHours() > 0) {
            return two(rounded.toHours(), "h", rounded.toMinutesPart(), "min");
        }
        return two(rounded.toMinutes(), "min", rounded.toSecondsPart(), "s");
    }

    public String between(Instant from, @Nullable Instant to) {
        return lasting(to == null ? null : Duration.between(from, to));
    }

    public String day(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(locale)
                .format(day);
    }

    /** To the second. */
    public String time(Instant at, ZoneId zone) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.MEDIUM)
                .withLocale(locale)
                .format(at.atZone(zone));
    }

    private static String two(long large, String unit, int small, String smallUnit) {
        if (large == 0) {
            return UNIT.formatted(small, smallUnit);
        }
        return small == 0
                ? UNIT.formatted(large, unit)
                : (UNIT + "\u00a0" + UNIT).formatted(large, unit, small, smallUnit);
    }
}
