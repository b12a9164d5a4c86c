package io.ringback.trace;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A decision that was made about a case.
 *
 * @param elementId of the step that asked for it; null for one that was asked before the process began
 * @param key the id of the decision in its drawing
 * @param version of the decision; null where nobody has noted it
 * @param name as it is drawn; null without one
 * @param inputs by their labels, in the order of the table; empty when they were forgotten with what people had said
 * @param rules those that fired, in the order of the table; empty when none did, or it is no table
 * @param outputs by their names
 */
public record MadeDecision(
        Instant at,
        @Nullable String elementId,
        String key,
        @Nullable Integer version,
        @Nullable String name,
        Map<String, @Nullable Object> inputs,
        List<Rule> rules,
        Map<String, @Nullable Object> outputs) {

    /**
     * @param number of its row in the table, from 1 on
     * @param id in the drawing
     */
    public record Rule(int number, String id) {}
}
