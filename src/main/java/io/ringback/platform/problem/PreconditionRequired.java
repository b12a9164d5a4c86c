package io.ringback.platform.problem;

/** The change does not name the version it was made on, and could undo somebody else's: 428. */
public class PreconditionRequired extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param detail what a person can act on, without what callers sent */
    public PreconditionRequired(String detail) {
        super(detail);
    }
}
