package io.ringback.callback;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.ringback.form.FormVersion;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One call made for a callback. Without a call status it has not been saved (yet).
 *
 * @param withoutCall whether an outcome was saved although nobody had called, as far as was told
 * @param formData how it was classified: the answers to the form, by field key; null when it was not
 * @param form which these answers were given to; null where that is not known
 * @param note what the agent has written; of an attempt that was not saved, what was entered until then
 * @param leftAt when the case left its agent's hands with something entered and not saved; null otherwise
 * @param proposed the call status that the telephone system's word of its end stands for
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
        boolean withoutCall,
        @Nullable Map<String, Object> formData,
        @JsonIgnore @Nullable FormVersion form,
        @Nullable Instant leftAt,
        @JsonIgnore @Nullable CallStatus proposed) {

    /** Whether its note was never saved: the case left its agent's hands before that. */
    @JsonProperty
    public boolean unsaved() {
        return leftAt != null;
    }

    /** The agent who left it unsaved; null when it was saved, or nothing was entered. */
    @JsonProperty
    public @Nullable String leftBy() {
        return leftAt == null ? null : agentId;
    }

    /** Without the note and the answers, which belong in no log. */
    @Override
    public String toString() {
        return "Attempt[id=%s, callbackId=%s, callStatus=%s]".formatted(id, callbackId, callStatus);
    }
}
