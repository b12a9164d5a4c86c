package io.ringback.callback;

import java.time.Duration;
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
 * @param moreTimes how often the agent has asked for more time
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
        int moreTimes,
        @Nullable Draft draft) {

    Holding inCall(Instant endsBy) {
        return new Holding(agentId, allocationId, since, Phase.IN_CALL, null, null, endsBy, null, moreTimes, draft);
    }

    Holding afterCall(@Nullable Instant nextClosesAt, @Nullable Instant askedAt) {
        return new Holding(
                agentId, allocationId, since, Phase.AFTER_CALL, null, nextClosesAt, null, askedAt, moreTimes, draft);
    }

    /** What is entered and would go with the hold; null for nothing. */
    @Nullable
    Draft entered() {
        return draft == null || draft.isEmpty() ? null : draft;
    }

    /** What was entered is saved. */
    Holding saved() {
        return with(null);
    }

    /** Whether its agent has spoken to the caller and may have something to save. */
    boolean isToBeSaved() {
        return phase == Phase.IN_CALL || callAskedAt != null || phase == Phase.AFTER_CALL && entered() != null;
    }

    Holding with(@Nullable Draft next) {
        return new Holding(
                agentId, allocationId, since, phase, autoStopAt, closesAt, callEndsBy, callAskedAt, moreTimes, next);
    }

    /** Until when the agent has to do something; null while no countdown runs. */
    public @Nullable Instant countsDownTo() {
        return autoStopAt != null ? autoStopAt : closesAt;
    }

    /** With the countdown that runs longer by this. */
    Holding withMoreTime(Duration by) {
        return new Holding(
                agentId,
                allocationId,
                since,
                phase,
                autoStopAt == null ? null : autoStopAt.plus(by),
                closesAt == null ? null : closesAt.plus(by),
                callEndsBy,
                callAskedAt,
                moreTimes + 1,
                draft);
    }
}
