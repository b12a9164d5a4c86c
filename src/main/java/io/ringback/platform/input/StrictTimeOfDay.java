package io.ringback.platform.input;

import java.time.LocalTime;
import java.util.regex.Pattern;

/**
 * Reads a time of day in hours and minutes and nothing else. Midnight is 00:00 in every place: one that were also written
 * 24:00 would not be answered as it was sent.
 */
final class StrictTimeOfDay {

    private static final Pattern FORM = Pattern.compile("(?:[01][0-9]|2[0-3]):[0-5][0-9]");

    private StrictTimeOfDay() {}

    /** @throws IllegalArgumentException when it is none */
    static LocalTime parse(String text) {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("not a time of day");
        }
        return LocalTime.parse(text);
    }
}
