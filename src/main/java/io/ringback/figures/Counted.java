package io.ringback.figures;

import org.jspecify.annotations.Nullable;

/**
 * What was counted of one thing in a period.
 *
 * @param count how often it happened
 * @param medianMillis half of them took at most this long
 * @param p95Millis 19 of 20 took at most this long
 */
record Counted(long count, long medianMillis, long p95Millis) {

    /** Nothing was. */
    static final Counted NONE = new Counted(0, 0, 0);

    private static final double MILLIS = 1000;

    @Nullable
    Double medianSeconds() {
        return count == 0 ? null : medianMillis / MILLIS;
    }

    @Nullable
    Double p95Seconds() {
        return count == 0 ? null : p95Millis / MILLIS;
    }
}
