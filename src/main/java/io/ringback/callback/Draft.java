package io.ringback.callback;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an agent has entered about a call.
 *
 * @param retryAt when to offer the callback again; null for the default of the call status
 * @param insist whether that time is kept although the list is closed then; null for not
 * @param formData the answers to the form, by field key
 */
public record Draft(
        @Nullable CallStatus callStatus,
        @Nullable String note,
        @Nullable Instant retryAt,
        @Nullable Boolean insist,
        @Nullable Map<String, Object> formData) {

    public boolean insists() {
        return Boolean.TRUE.equals(insist);
    }

    /** Without the note and the answers, which belong in no log. */
    @Override
    public String toString() {
        return "Draft[callStatus=%s]".formatted(callStatus);
    }
}
