package io.ringback.callback;

import java.util.UUID;

/** The process instance of a callback is gone, elsewhere, or stuck in an incident. */
public class CaseNotAnswering extends RuntimeException {

    private final UUID callbackId;

    public CaseNotAnswering(UUID callbackId, String expected, Throwable cause) {
        super("callback %s: expected its process to %s, but it does not answer".formatted(callbackId, expected), cause);
        this.callbackId = callbackId;
    }

    public UUID callbackId() {
        return callbackId;
    }
}
