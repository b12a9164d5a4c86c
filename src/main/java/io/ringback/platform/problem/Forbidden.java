package io.ringback.platform.problem;

/** The caller has the role but not the right to this very thing: 403. */
public class Forbidden extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param detail what a person can act on, without what callers sent */
    public Forbidden(String detail) {
        super(detail);
    }
}
