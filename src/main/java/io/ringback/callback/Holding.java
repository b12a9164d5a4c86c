package io.ringback.callback;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A callback in the hands of an agent.
 *
 * @param allocationId names this very allocation, so that nothing meant for an earlier one can reach this one
 * @param autoStopAt when receiving stops unless the customer is called; null without such a limit
 * @param closesAt when the case closes after the call; null during a call or without such a limit
 * @param callEndsBy when the call going on is taken for ended; null unless in a call
 * @param callAskedAt since when the agent is asked whether a call is over whose end was never told; null when not asked
 */
public record Holding(
        String agentId,
        UUID allocationId,
        Instant since,
        Phase phase,
        @Nullable Instant autoStopAt,
        @Nullable Instant closesAt,
        @Nullable Instant callEndsBy,
        @Nullable Instant callAskedAt,
        @Nullable Draft draft) {

    Holding inCall(Instant endsBy) {
        return new Holding(agentId, allocationId, since, Phase.IN_CALL, null, null, endsBy, null, draft);
    }

    Holding afterCall(@Nullable Instant nextClosesAt, @Nullable Instant askedAt) {
        return new Holding(agentId, allocationId, since, Phase.AFTER_CALL, null, nextClosesAt, null, askedAt, draft);
    }

    /** What is entered and would go with the hold; null for nothing. */
    @Nullable
    Draft entered() {
        return draft == null || draft.isEmpty() ? null : draft;
    }

    /** What was entered is saved. */
    Holding saved() {
        return new Holding(agentId, allocationId, since, phase, autoStopAt, closesAt, callEndsBy, callAskedAt, null);
    }

    /** Whether its agent has spoken to the caller and may have something to save. */
    boolean isToBeSaved() {
        return phase == Phase.IN_CALL || callAskedAt != null || phase == Phase.AFTER_CALL && entered() != null;
    }

    Holding with(Draft next) {
        return new Holding(agentId, allocationId, since, phase, autoStopAt, closesAt, callEndsBy, callAskedAt, next);
    }
}
