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
 */
public record Holding(
        String agentId,
        UUID allocationId,
        Instant since,
        Phase phase,
        @Nullable Instant autoStopAt,
        @Nullable Instant closesAt,
        @Nullable Draft draft) {

    Holding in(Phase next, @Nullable Instant nextClosesAt) {
        return new Holding(agentId, allocationId, since, next, null, nextClosesAt, draft);
    }

    Holding with(Draft next) {
        return new Holding(agentId, allocationId, since, phase, autoStopAt, closesAt, next);
    }
}
