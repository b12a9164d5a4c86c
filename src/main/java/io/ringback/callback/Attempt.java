package io.ringback.callback;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.ringback.form.FormVersion;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One call made for a callback. Without a call status it has not been saved (yet).
 *
 * @param formData how it was classified: the answers to the form, by field key; null when it was not
 * @param form which these answers were given to; null where that is not known
 */
public record Attempt(
        @JsonIgnore UUID id,
        @JsonIgnore UUID callbackId,
        @JsonIgnore UUID allocationId,
        Instant at,
        @Nullable Instant endedAt,
        String agentId,
        @Nullable CallStatus callStatus,
        @Nullable String note,
        @Nullable String recordingUrl,
        @Nullable Map<String, Object> formData,
        @JsonIgnore @Nullable FormVersion form) {

    /** Without the note and the answers, which belong in no log. */
    @Override
    public String toString() {
        return "Attempt[id=%s, callbackId=%s, callStatus=%s]".formatted(id, callbackId, callStatus);
    }
}
