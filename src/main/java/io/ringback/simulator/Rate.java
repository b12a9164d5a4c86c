package io.ringback.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

/**
 * When the next caller comes: at random, but so many a minute on average, as calls do come.
 *
 * @param perMinute from {@value #LEAST} to {@value #MOST}
 */
record Rate(int perMinute) {

    static final int LEAST = 1;
    static final int USUAL = 6;
    static final int MOST = 30;

    private static final Duration LONGEST_GAP = Duration.ofMinutes(3);

    Rate {
        if (perMinute < LEAST || perMinute > MOST) {
            throw new IllegalArgumentException(
                    "expected %s to %s callers a minute, but it is %s".formatted(LEAST, MOST, perMinute));
        }
    }

    /** The time after this one at which the next one comes. */
    Instant next(Instant now, RandomGenerator chance) {
        var gap = chance.nextExponential() * 60_000 / perMinute;
        return now.plusMillis(Math.min((long) gap, LONGEST_GAP.toMillis()));
    }
}
