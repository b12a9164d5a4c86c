package io.ringback.platform.input;

import java.time.DateTimeException;
import java.time.Duration;

/** Reads a duration in ISO-8601 and nothing else: a bare number does not say its unit. */
final class StrictDuration {

    private static final int LONGEST = 40;

    private StrictDuration() {}

    /** @throws IllegalArgumentException when it is none */
    static Duration parse(String text) {
        try {
            if (text.length() <= LONGEST) {
                return Duration.parse(text);
            }
        } catch (DateTimeException | ArithmeticException e) {
            throw new IllegalArgumentException("not a duration", e);
        }
        throw new IllegalArgumentException("not a duration");
    }
}
