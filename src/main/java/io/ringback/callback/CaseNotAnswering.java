package io.ringback.callback;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The process instance of a callback is gone, elsewhere, stuck in an incident, or its model has gone wrong. */
public class CaseNotAnswering extends RuntimeException {

    private final UUID callbackId;
    private final @Nullable ModelFault fault;

    public CaseNotAnswering(UUID callbackId, String expected, @Nullable Throwable cause, @Nullable ModelFault fault) {
        super("callback %s: expected its process to %s, but it does not answer".formatted(callbackId, expected), cause);
        this.callbackId = callbackId;
        this.fault = fault;
    }

    public UUID callbackId() {
        return callbackId;
    }

    /** What its model has gone wrong at; null when the instance is just not where it should be. */
    public @Nullable ModelFault fault() {
        return fault;
    }
}
