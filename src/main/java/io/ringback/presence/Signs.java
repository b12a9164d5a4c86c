package io.ringback.presence;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the database knows of an agent that presence follows from.
 *
 * @param lastSeenAt when anything was last heard of a desk of the agent's; null when never
 * @param leftAt when the agent signed out, or was signed out, last; null when not since
 * @param receiving whether callbacks are received
 * @param holding whether a case is in hand
 * @param inCall whether its caller is talked to
 */
record Signs(
        @Nullable Instant lastSeenAt, @Nullable Instant leftAt, boolean receiving, boolean holding, boolean inCall) {

    boolean isHeardOf(Instant now, Duration grace) {
        return lastSeenAt != null
                && !lastSeenAt.plus(grace).isBefore(now)
                && (leftAt == null || lastSeenAt.isAfter(leftAt));
    }
}
