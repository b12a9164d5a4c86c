package io.ringback.trial;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Why a case could not be played on.
 *
 * @param file the model that is to blame; null when it is the example
 * @param elementId where it is; null when nobody knows
 * @param event which of the example's events was being played, from 0; null for the request itself
 * @param message for a process designer
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TrialFault(
        @Nullable String file,
        @Nullable String elementId,
        @Nullable Integer event,
        String message) {

    /** Whether the model is to blame, rather than the example. */
    boolean ofModel() {
        return file != null;
    }
}
