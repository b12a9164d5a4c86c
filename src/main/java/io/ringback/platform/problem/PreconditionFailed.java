package io.ringback.platform.problem;

/** It was changed since the version the caller names: 412. */
public class PreconditionFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param detail what a person can act on, without what callers sent */
    public PreconditionFailed(String detail) {
        super(detail);
    }
}
