package io.ringback.platform.problem;

/** There is no such thing, or the caller may not know of it: 404. */
public class NotFound extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param detail what a person can act on, without what callers sent */
    public NotFound(String detail) {
        super(detail);
    }
}
