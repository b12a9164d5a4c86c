package io.ringback.platform.problem;

/** What was asked for does not go with the present state: 409. Worded "expected …, but …". */
public class Conflict extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param detail what a person can act on, without what callers sent */
    public Conflict(String detail) {
        super(detail);
    }
}
