package io.ringback.callback;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is told to the audit trail about a change.
 *
 * @param type what happened, in capitals
 * @param reason why, in the words of whoever did it
 * @param details further ids and values, never personal data
 */
public record Change(String type, @Nullable String reason, Map<String, String> details) {

    public static Change of(String type) {
        return new Change(type, null, Map.of());
    }

    public Change because(@Nullable String why) {
        return new Change(type, why, details);
    }

    public Change with(Map<String, String> more) {
        return new Change(type, reason, more);
    }
}
