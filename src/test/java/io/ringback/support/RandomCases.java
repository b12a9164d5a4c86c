package io.ringback.support;

import java.util.Random;
import java.util.function.Consumer;

/**
 * A rule tried on many made-up cases, the same ones in each run. A failure names the seed of its case, which
 * {@code -Dringback.seed} tries first; with another one the cases are others.
 */
public final class RandomCases {

    private static final long FIRST = Long.getLong("ringback.seed", 1);

    /** Puts the seeds, which follow each other, far apart. */
    private static final long APART = 0x9E3779B97F4A7C15L;

    private RandomCases() {}

    /** @param rule makes a case of the chances it is given, and fails where the case is not as it should be */
    public static void each(int cases, Consumer<Random> rule) {
        for (long seed = FIRST; seed < FIRST + cases; seed++) {
            try {
                rule.accept(new Random(seed * APART));
            } catch (AssertionError | RuntimeException failure) {
                throw new AssertionError(
                        "The case of -Dringback.seed=%d: %s".formatted(seed, failure.getMessage()), failure);
            }
        }
    }
}
