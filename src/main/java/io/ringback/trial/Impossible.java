package io.ringback.trial;

/** What cannot happen to the case as it is: the example's fault. */
final class Impossible extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Impossible(String message) {
        super(message);
    }
}
