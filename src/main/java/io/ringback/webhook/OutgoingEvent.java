package io.ringback.webhook;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One event of the stream: a row of the audit trail with its place.
 *
 * @param sequence its place, from 1 and without gaps
 * @param id unique over all installations, and the same whenever it is sent
 * @param change the type in the audit trail
 * @param details further ids and values as a JSON object
 */
record OutgoingEvent(
        long sequence,
        UUID id,
        Instant at,
        String actor,
        String change,
        @Nullable UUID callbackId,
        @Nullable String listId,
        @Nullable String agentId,
        @Nullable String from,
        @Nullable String to,
        @Nullable String reason,
        @Nullable String details) {

    /** What it is about; events of the same lane are sent in their order. */
    String lane() {
        if (callbackId != null) {
            return callbackId.toString();
        }
        return agentId != null ? "agent/" + agentId : "trail";
    }

    String subject() {
        return callbackId != null ? "callback/" + callbackId : lane();
    }
}
