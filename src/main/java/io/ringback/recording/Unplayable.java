package io.ringback.recording;

/** The source does not give a recording as it should. The message says why, without the address. */
class Unplayable extends Exception {

    private static final long serialVersionUID = 1L;

    private final boolean gone;

    private Unplayable(String reason, boolean gone) {
        super(reason);
        this.gone = gone;
    }

    static Unplayable because(String reason) {
        return new Unplayable(reason, false);
    }

    /** The source has no such recording. */
    static Unplayable gone() {
        return new Unplayable("its source does not have it", true);
    }

    boolean isGone() {
        return gone;
    }
}
