package io.ringback.platform.input;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/**
 * Reads a time that says its offset, and nothing else. A reader that guessed a zone would call people at night. Cut to
 * microseconds, which is what the database keeps.
 */
final class StrictInstant {

    private static final int LONGEST = 40;
    private static final Instant FIRST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("9999-12-31T23:59:59.999999999Z");

    private StrictInstant() {}

    /** @throws IllegalArgumentException when it is none, or far from our times */
    static Instant parse(String text) {
        try {
            if (text.length() <= LONGEST) {
                var time = OffsetDateTime.parse(text, DateTimeFormatter.ISO_OFFSET_DATE_TIME)
                        .toInstant();
                if (!time.isBefore(FIRST) && !time.isAfter(END)) {
                    return time.truncatedTo(ChronoUnit.MICROS);
                }
            }
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("not a time with offset", e);
        }
        throw new IllegalArgumentException("not a time with offset");
    }
}
