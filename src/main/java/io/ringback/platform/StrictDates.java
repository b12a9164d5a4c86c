package io.ringback.platform;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.regex.Pattern;

/** Reads days and times of day. An instant is no day: which one it lies on depends on where one is. */
final class StrictDates {

    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern TIME = Pattern.compile("[0-9]{2}:[0-9]{2}(:[0-9]{2}(\\.[0-9]{1,9})?)?");

    private StrictDates() {}

    /** @throws IllegalArgumentException when it is none */
    static LocalDate day(String text) {
        try {
            if (DAY.matcher(text).matches()) {
                return LocalDate.parse(text);
            }
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("not a day", e);
        }
        throw new IllegalArgumentException("not a day");
    }

    /** @throws IllegalArgumentException when it is none */
    static LocalTime time(String text) {
        try {
            if (TIME.matcher(text).matches()) {
                return LocalTime.parse(text);
            }
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("not a time of day", e);
        }
        throw new IllegalArgumentException("not a time of day");
    }
}
