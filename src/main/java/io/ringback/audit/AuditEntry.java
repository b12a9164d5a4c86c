package io.ringback.audit;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One change, as it is told to the audit trail.
 *
 * @param type what happened, in capitals: {@code ALLOCATED}, {@code RECEIVING_STOPPED}
 * @param from the status before, null when there is none
 * @param to the status after, null when there is none
 * @param details further ids and values, never personal data
 */
public record AuditEntry(
        String type,
        @Nullable UUID callbackId,
        @Nullable String listId,
        @Nullable String agentId,
        @Nullable String from,
        @Nullable String to,
        @Nullable String reason,
        Map<String, String> details) {

    /** An entry about a list. */
    public static AuditEntry ofList(String type, String listId, @Nullable String agentId, Map<String, String> details) {
        return new AuditEntry(type, null, listId, agentId, null, null, null, details);
    }

    /** An entry about an agent. */
    public static AuditEntry ofAgent(String type, String agentId, @Nullable String from, @Nullable String to) {
        return new AuditEntry(type, null, null, agentId, from, to, null, Map.of());
    }

    public AuditEntry because(@Nullable String why) {
        return new AuditEntry(type, callbackId, listId, agentId, from, to, why, details);
    }
}
