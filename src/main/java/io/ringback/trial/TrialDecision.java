package io.ringback.trial;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a decision was asked, and what it answered.
 *
 * @param key the id of the decision
 * @param inputs by the labels or expressions of its columns
 * @param outputs by their names
 * @param rule the first one that has fired; null without one
 * @param rules all that have fired
 */
public record TrialDecision(
        String key,
        @Nullable String name,
        Map<String, @Nullable Object> inputs,
        Map<String, @Nullable Object> outputs,
        @Nullable Fired rule,
        List<Fired> rules) {

    /**
     * A rule that has fired.
     *
     * @param number its row in the table, from 1
     */
    public record Fired(String id, int number) {}
}
