package io.ringback.webhook;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the deliveries of a webhook stand.
 *
 * @param pending events that are to be sent
 * @param oldestPendingAt since when the oldest of them waits: when it happened or, if it is sent once more, was asked for
 * @param dead deliveries that were given up and are still kept
 */
record WebhookState(
        @Nullable Instant lastDeliveredAt,
        long pending,
        @Nullable Instant oldestPendingAt,
        long dead) {}
