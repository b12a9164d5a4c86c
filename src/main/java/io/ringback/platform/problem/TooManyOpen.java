package io.ringback.platform.problem;

import java.time.Duration;

/** As many answers are open as may be: 429 when the caller has them, 503 when everybody together; with Retry-After. */
public final class TooManyOpen extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ProblemType type;
    private final Duration retryAfter;

    private TooManyOpen(ProblemType type, String detail, Duration retryAfter) {
        super(detail);
        this.type = type;
        this.retryAfter = retryAfter;
    }

    public static TooManyOpen ofAccount(String detail, Duration retryAfter) {
        return new TooManyOpen(ProblemType.TOO_MANY_REQUESTS, detail, retryAfter);
    }

    public static TooManyOpen ofEverybody(String detail, Duration retryAfter) {
        return new TooManyOpen(ProblemType.UNAVAILABLE, detail, retryAfter);
    }

    public ProblemType type() {
        return type;
    }

    public long retryAfterSeconds() {
        return retryAfter.toSeconds();
    }
}
