package io.ringback.figures;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The time that an agent had a case in hand.
 *
 * @param left how it left their hands; see {@link Left}
 * @param leftAt when it did
 * @param calls those made meanwhile, oldest first
 */
record Holding(String listId, String agentId, Instant givenAt, Left left, Instant leftAt, List<Call> calls) {

    /** @param endedAt null where nobody has told of its end */
    record Call(Instant startedAt, @Nullable Instant endedAt) {

        @Nullable
        Duration took() {
            return endedAt == null ? null : Duration.between(startedAt, endedAt);
        }
    }

    /** How long after it was given it was called; null when it was not. */
    @Nullable
    Duration toCall() {
        return calls.isEmpty() ? null : Duration.between(givenAt, calls.get(0).startedAt());
    }

    /** How long after the last call its outcome was saved; null without a call, or an outcome. */
    @Nullable
    Duration afterCall() {
        var end = calls.isEmpty() ? null : calls.get(calls.size() - 1).endedAt();
        return end == null || !left.isOutcome() ? null : Duration.between(end, leftAt);
    }
}
