package io.ringback.callback;

/** The outcome an agent saves. Only an answered call resolves the callback; after the others it is offered again. */
public enum CallStatus {
    ANSWERED,
    BUSY,
    NO_ANSWER,
    OTHER;

    public boolean resolves() {
        return this == ANSWERED;
    }
}
