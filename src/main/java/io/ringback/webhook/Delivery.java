package io.ringback.webhook;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One event for one webhook, as administrators see it.
 *
 * @param subject what the event is about: {@code callback/…} or {@code agent/…}
 * @param triedAt when it was sent last
 * @param nextAt when it is sent next; null when it is done, or waits for an earlier event of the same subject
 * @param httpStatus of the last answer, if one came
 * @param error what went wrong the last time
 * @param finishedAt when it was delivered or given up
 */
record Delivery(
        long sequence,
        String type,
        String subject,
        Instant at,
        DeliveryStatus status,
        int attempts,
        @Nullable Instant triedAt,
        @Nullable Instant nextAt,
        @Nullable Integer httpStatus,
        @Nullable String error,
        @Nullable Instant finishedAt) {}
