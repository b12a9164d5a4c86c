package io.ringback.platform.problem;

import java.time.Duration;

/** Too many attempts, or more than is worked on at a time; to be tried again after a while: 429 with {@code Retry-After}. */
public class TooManyRequests extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Duration retryAfter;

    public TooManyRequests(Duration retryAfter) {
        this("Too many failed attempts. Try again in %s seconds.".formatted(seconds(retryAfter)), retryAfter);
    }

    public TooManyRequests(String detail, Duration retryAfter) {
        super(detail);
        this.retryAfter = retryAfter;
    }

    /** Whole seconds to wait, at least one. */
    public long retryAfterSeconds() {
        return seconds(retryAfter);
    }

    /** Whole ones, never too few. */
    public static long seconds(Duration wait) {
        return Math.max(1, wait.plusMillis(999).toSeconds());
    }
}
