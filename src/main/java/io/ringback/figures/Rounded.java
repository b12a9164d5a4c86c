package io.ringback.figures;

import java.time.Duration;

/**
 * Durations, rounded so that those that are alike are counted together: there are 160 between a second and ten of them, and as
 * many between ten and a hundred. Whole seconds up to a hundred stay what they are.
 */
final class Rounded {

    private static final long DIGITS = 1000;

    private Rounded() {}

    /** In milliseconds, at most one and a quarter percent off; 0 for what went back in time. */
    static long millis(Duration duration) {
        var millis = Math.max(0, duration.toMillis());
        var unit = 1L;
        while (millis / unit >= DIGITS) {
            unit *= 10;
        }
        var step = unit * steps(millis / unit);
        return (millis + step / 2) / step * step;
    }

    /** Of the last of three digits, by the three: 1.02 is followed by 1.04, 2.05 by 2.10, 5.1 by 5.2. */
    private static long steps(long digits) {
        if (digits < DIGITS / 10) {
            return 1;
        }
        if (digits < DIGITS / 5) {
            return 2;
        }
        return digits < DIGITS / 2 ? 5 : 10;
    }
}
