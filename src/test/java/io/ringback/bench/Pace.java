package io.ringback.bench;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * When each of many things has its turn, whether or not those before it are done.
 *
 * @param start a {@link System#nanoTime}
 * @param rate a second
 */
record Pace(long start, double rate) {

    private static final double NANOS_OF_A_SECOND = 1e9;

    static Pace fromNow(double rate) {
        return new Pace(System.nanoTime(), rate);
    }

    /** After the start, in nanoseconds. */
    long turnOf(int number) {
        return (long) (number / rate * NANOS_OF_A_SECOND);
    }

    /** Waits for the turn; answers how late it is already. */
    Duration await(int number) {
        waitUntil(start + turnOf(number));
        return Duration.ofNanos(Math.max(0, System.nanoTime() - start - turnOf(number)));
    }

    /** @param moment a {@link System#nanoTime} */
    static void waitUntil(long moment) {
        for (long left = moment - System.nanoTime(); left > 0; left = moment - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    static void rest(Duration duration) {
        waitUntil(System.nanoTime() + duration.toNanos());
    }
}
