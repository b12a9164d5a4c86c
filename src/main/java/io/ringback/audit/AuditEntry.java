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
 * @param details further ids and values as the contract tells them to programs, never personal data
 * @param changed values before and after, by their names in the contract
 * @param facts what it was decided from, each by the name of what it is about ({@code allocation}, {@code retry}), as records
 *     or maps that JSON is written of; for auditors only, neither for other programs nor for the history that supervisors see
 */
public record AuditEntry(
        String type,
        @Nullable UUID callbackId,
        @Nullable String listId,
        @Nullable String agentId,
        @Nullable String from,
        @Nullable String to,
        @Nullable Because because,
        Map<String, String> details,
        Map<String, Changed> changed,
        Map<String, Object> facts) {

    /** An entry about neither a callback nor a list nor an agent. */
    public static AuditEntry of(String type, Map<String, String> details) {
        return ofList(type, null, null, details);
    }

    /** An entry about a list. */
    public static AuditEntry ofList(
            String type, @Nullable String listId, @Nullable String agentId, Map<String, String> details) {
        return new AuditEntry(type, null, listId, agentId, null, null, null, details, Map.of(), Map.of());
    }

    /** An entry about an agent. */
    public static AuditEntry ofAgent(String type, String agentId, @Nullable String from, @Nullable String to) {
        return new AuditEntry(type, null, null, agentId, from, to, null, Map.of(), Map.of(), Map.of());
    }

    public AuditEntry about(@Nullable UUID callback) {
        return new AuditEntry(type, callback, listId, agentId, from, to, because, details, changed, facts);
    }

    public AuditEntry because(@Nullable Because why) {
        return new AuditEntry(type, callbackId, listId, agentId, from, to, why, details, changed, facts);
    }

    public AuditEntry with(Map<String, Changed> values) {
        return new AuditEntry(type, callbackId, listId, agentId, from, to, because, details, values, facts);
    }

    /** The same, decided from this. */
    public AuditEntry decidedFrom(Map<String, Object> known) {
        return new AuditEntry(type, callbackId, listId, agentId, from, to, because, details, changed, known);
    }
}
