package io.ringback.bench;

import java.util.Arrays;

/** Of times that were all taken, without rounding. */
final class Percentiles {

    private static final double NANOS_OF_A_MILLI = 1e6;

    private final long[] sorted;

    Percentiles(long[] nanos) {
        if (nanos.length == 0) {
            throw new IllegalArgumentException("expected times, but there are none");
        }
        this.sorted = nanos.clone();
        Arrays.sort(sorted);
    }

    /** The shortest time that so many of a hundred did not exceed, in milliseconds. */
    double millis(double percent) {
        var rank = (int) Math.ceil(percent / 100 * sorted.length);
        return sorted[Math.max(1, rank) - 1] / NANOS_OF_A_MILLI;
    }
}
