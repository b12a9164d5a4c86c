package io.ringback.auditor;

import io.ringback.callback.AllocationFacts;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A callback was given to an agent.
 *
 * @param because what that was decided from; null where nothing of it was kept, as in rows from before
 */
public record Allocation(
        UUID allocationId,
        @Nullable String agentId,
        Instant at,
        @Nullable AllocationFacts because) {}
