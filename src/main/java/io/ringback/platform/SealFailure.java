package io.ringback.platform;

/** Something stored is sealed with a key that this server does not have; says which, and what to do about it. */
public final class SealFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SealFailure(String description) {
        super(description);
    }
}
