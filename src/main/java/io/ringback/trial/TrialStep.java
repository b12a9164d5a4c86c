package io.ringback.trial;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An element that was passed, or is waited at.
 *
 * @param at by the clock of the case that is played
 * @param type as the engine calls it
 * @param variables as the element has left them, or has found them where it waits
 * @param decision null where none was asked
 * @param flow the sequence flow by which it was reached; null for what begins
 * @param event which of the example's events has led there, from 0; null for the request itself
 */
public record TrialStep(
        Instant at,
        String elementId,
        @Nullable String name,
        String type,
        Map<String, @Nullable Object> variables,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable TrialDecision decision,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String flow,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer event) {

    TrialStep left(Map<String, @Nullable Object> after) {
        return new TrialStep(at, elementId, name, type, after, decision, flow, event);
    }

    TrialStep decided(TrialDecision made) {
        return new TrialStep(at, elementId, name, type, variables, made, flow, event);
    }
}
