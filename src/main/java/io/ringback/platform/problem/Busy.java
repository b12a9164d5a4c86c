package io.ringback.platform.problem;

/** The same may succeed in a moment, when what stands in its way just now is done: 409 with {@code Retry-After}. */
public final class Busy extends Conflict {

    private static final long serialVersionUID = 1L;

    /** @param detail what a person can act on, without what callers sent */
    public Busy(String detail) {
        super(detail);
    }
}
