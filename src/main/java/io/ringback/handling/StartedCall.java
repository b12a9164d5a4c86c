package io.ringback.handling;

import java.util.UUID;

/**
 * A call the agent is to make.
 *
 * @param phoneNumber in E.164
 */
public record StartedCall(UUID callId, String phoneNumber) {

    /** Without the number, which belongs in no log. */
    @Override
    public String toString() {
        return "StartedCall[callId=%s]".formatted(callId);
    }
}
