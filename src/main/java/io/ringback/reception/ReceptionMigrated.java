package io.ringback.reception;

import io.ringback.audit.AuditEntry;
import io.ringback.audit.Because;
import java.util.Map;
import java.util.UUID;

/**
 * The process of an agent's reception goes on by another version.
 *
 * @param process the key of the process
 * @param migrationId the migration of all its instances
 * @param reason in the words of whoever has started that
 */
public record ReceptionMigrated(String process, int fromVersion, int toVersion, UUID migrationId, String reason)
        implements ReceptionEvent {

    @Override
    public AuditEntry entry(String agentId) {
        return AuditEntry.ofList(
                        "RECEPTION_MIGRATED",
                        null,
                        agentId,
                        Map.of(
                                "process", process,
                                "fromVersion", String.valueOf(fromVersion),
                                "toVersion", String.valueOf(toVersion),
                                "migrationId", migrationId.toString()))
                .because(Because.said(reason));
    }
}
