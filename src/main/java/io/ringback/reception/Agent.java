package io.ringback.reception;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An agent at the desk. Service calls and callbacks exclude each other: while receiving callbacks, an agent accepts no
 * service calls.
 *
 * @param receptionId the period of receiving that is going on; null while not receiving
 * @param receptionProcessId its process instance
 * @param allocationId the allocation in hand; null while idle or not receiving
 * @param stopped how receiving ended last; null while receiving
 * @param awayReason the id of what the agent is away for; null without one, and for whoever is not away
 * @param awaySince null for whoever is not away
 */
public record Agent(
        String id,
        Availability availability,
        @Nullable UUID receptionId,
        @Nullable String receptionProcessId,
        @Nullable Instant receivingSince,
        @Nullable Instant idleSince,
        @Nullable UUID allocationId,
        @Nullable Stop stopped,
        @Nullable String awayReason,
        @Nullable Instant awaySince) {

    public boolean isReceiving() {
        return receptionId != null;
    }

    public boolean isIdle() {
        return receptionId != null && allocationId == null;
    }

    public @Nullable StopReason stoppedBecause() {
        return stopped == null ? null : stopped.because();
    }

    public boolean acceptsServiceCalls() {
        return !isReceiving();
    }
}
