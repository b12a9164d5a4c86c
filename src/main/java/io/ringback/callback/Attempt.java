package io.ringback.callback;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One call made for a callback. Without a call status it has not been saved (yet).
 *
 * @param withoutCall whether an outcome was saved although nobody had called, as far as was told
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
        boolean withoutCall) {

    /** Without the note, which belongs in no log. */
    @Override
    public String toString() {
        return "Attempt[id=%s, callbackId=%s, callStatus=%s]".formatted(id, callbackId, callStatus);
    }
}
