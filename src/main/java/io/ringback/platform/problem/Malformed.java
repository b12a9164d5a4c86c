package io.ringback.platform.problem;

/** The request cannot be read: 400. */
public class Malformed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param detail what a person can act on, without what callers sent */
    public Malformed(String detail) {
        super(detail);
    }
}
