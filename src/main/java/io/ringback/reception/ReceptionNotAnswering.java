package io.ringback.reception;

import io.ringback.callback.ModelFault;
import org.jspecify.annotations.Nullable;

/** The process instance of a reception is gone or elsewhere, or its model has gone wrong. */
public class ReceptionNotAnswering extends RuntimeException {

    private final String agentId;
    private final @Nullable ModelFault fault;

    public ReceptionNotAnswering(
            String agentId, String expected, @Nullable Throwable cause, @Nullable ModelFault fault) {
        super(
                "agent %s: expected the reception's process to %s, but it does not answer".formatted(agentId, expected),
                cause);
        this.agentId = agentId;
        this.fault = fault;
    }

    public String agentId() {
        return agentId;
    }

    /** What its model has gone wrong at; null when the instance is just not where it should be. */
    public @Nullable ModelFault fault() {
        return fault;
    }
}
