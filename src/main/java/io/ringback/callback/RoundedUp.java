package io.ringback.callback;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalUnit;

/**
 * Times rounded up to what clocks elsewhere know: the engine's timers know milliseconds, the database microseconds. A time
 * that was shown to people is kept, so nothing happens before it: what is finer is rounded up once, here, and never cut.
 */
public final class RoundedUp {

    private RoundedUp() {}

    /** The time a limit is over that begins now, the same on the row, on the screen and in the engine. */
    public static Instant after(Instant now, Duration limit) {
        return inMillis(now.plus(limit));
    }

    /** The first millisecond that is not before. */
    public static Instant inMillis(Instant time) {
        return up(time, ChronoUnit.MILLIS);
    }

    /** The first microsecond that is not before. */
    public static Instant inMicros(Instant time) {
        return up(time, ChronoUnit.MICROS);
    }

    private static Instant up(Instant time, TemporalUnit unit) {
        var cut = time.truncatedTo(unit);
        return cut.equals(time) ? time : cut.plus(1, unit);
    }
}
