package io.ringback.reception;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The end of a reception, as its agent is told.
 *
 * @param limit the list's limit that was reached; null when it was none
 * @param note what the supervisor who stopped it has said
 */
public record Stop(
        StopReason because,
        Instant at,
        @Nullable Duration limit,
        @Nullable String note) {}
