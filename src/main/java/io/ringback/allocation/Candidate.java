package io.ringback.allocation;

import io.ringback.callback.AllocationFacts.FirstBy;
import io.ringback.list.AllocationOrder;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A callback that may be given to an agent, with what its turn hangs on.
 *
 * @param kept whether it is kept for that agent
 * @param turnAt the older, the earlier it is given
 */
record Candidate(UUID id, boolean kept, @Nullable Instant expeditedAt, int priority, boolean agreed, Instant turnAt) {

    /**
     * By what it comes before another one, which comes after it.
     *
     * @param order of its list
     */
    FirstBy before(Candidate other, AllocationOrder order) {
        if (kept != other.kept) {
            return FirstBy.KEPT;
        }
        if (!Objects.equals(expeditedAt, other.expeditedAt)) {
            return FirstBy.EXPEDITED;
        }
        if (priority != other.priority) {
            return FirstBy.PRIORITY;
        }
        if (agreed) {
            return FirstBy.APPOINTMENT;
        }
        return order == AllocationOrder.DUE && !turnAt.equals(other.turnAt) ? FirstBy.DUE : FirstBy.REQUESTED;
    }
}
