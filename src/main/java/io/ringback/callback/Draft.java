package io.ringback.callback;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
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

    /** Whether nothing is entered: what was entered and taken out again is nothing. */
    @JsonIgnore
    public boolean isEmpty() {
        return callStatus == null && isNothing(note) && retryAt == null && isNothing(formData);
    }

    private static boolean isNothing(@Nullable Object entered) {
        if (entered instanceof Map<?, ?> answers) {
            return answers.values().stream().allMatch(Draft::isNothing);
        }
        if (entered instanceof Collection<?> several) {
            return several.stream().allMatch(Draft::isNothing);
        }
        return entered == null
                || entered.equals(false)
                || Objects.toString(entered).isBlank();
    }

    /** Without the note and the answers, which belong in no log. */
    @Override
    public String toString() {
        return "Draft[callStatus=%s]".formatted(callStatus);
    }
}
