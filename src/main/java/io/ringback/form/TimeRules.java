package io.ringback.form;

import java.time.DateTimeException;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.Locale;

/** Rules for dates and times, as the form's kind of field writes them: ISO 8601, times with or without offset. */
final class TimeRules {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ISO_LOCAL_DATE;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ISO_TIME.withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter DATE_TIME = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .optionalStart()
            .appendOffsetId()
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    private TimeRules() {}

    /** For a {@code subtype} of form-js; an unknown one takes all three. */
    static ValueRule of(String subtype) {
        return switch (subtype) {
            case "date" -> in("must be a date like 2026-03-02", DATE);
            case "time" -> in("must be a time like 09:30", TIME);
            case "datetime" -> in("must be a date and time like 2026-03-02T09:30", DATE_TIME);
            default -> in("must be a date or time like 2026-03-02T09:30", DATE, TIME, DATE_TIME);
        };
    }

    private static ValueRule in(String expected, DateTimeFormatter... formats) {
        return ValueRule.that(answer -> answer instanceof String text && isIn(text, formats), expected);
    }

    private static boolean isIn(String text, DateTimeFormatter... formats) {
        for (var format : formats) {
            try {
                format.parse(text);
                return true;
            } catch (DateTimeException e) {
                continue;
            }
        }
        return false;
    }
}
