package io.ringback.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event in the JSON format of CloudEvents 1.0, with its extensions for order (sequence) and partitioning.
 *
 * @param sequence the place in the stream, with leading zeros, so that it can be compared as a text
 * @param partitionkey what the event is about: events with the same one are sent in their order
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CloudEvent(
        String specversion,
        String id,
        String source,
        String type,
        @Nullable String subject,
        Instant time,
        String datacontenttype,
        @Nullable String sequence,
        @Nullable String partitionkey,
        Data data) {

    /**
     * What has changed.
     *
     * @param sequence the place in the stream, as a number
     * @param change what happened, in the words of the audit trail
     * @param from the callback's status before
     * @param to the callback's status after
     * @param phoneNumber only to webhooks that are made to carry personal data
     * @param callerName likewise
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "CloudEventData")
    record Data(
            @Nullable Long sequence,
            String change,
            @Nullable UUID callbackId,
            @Nullable String listId,
            @Nullable String agentId,
            @Nullable String from,
            @Nullable String to,
            @Nullable String reason,
            String actor,
            @Schema(type = "object") @JsonRawValue @Nullable String details,
            @Nullable String phoneNumber,
            @Nullable String callerName) {

        /** Without the number and the name, which belong in no log. */
        @Override
        public String toString() {
            return "Data[sequence=%s, change=%s, callbackId=%s]".formatted(sequence, change, callbackId);
        }
    }
}
