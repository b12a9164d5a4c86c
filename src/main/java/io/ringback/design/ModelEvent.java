package io.ringback.design;

import io.ringback.audit.AuditEntry;
import io.ringback.audit.Because;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What happens to deployed models: the closed set of it. */
sealed interface ModelEvent {

    /** What the audit trail keeps of it. */
    AuditEntry entry();

    /**
     * @param sha256 of each file, by its name
     * @param requestedBy who has wanted it; somebody else than who has done it where a second person has to agree
     */
    record Deployed(List<ModelVersion> versions, Map<String, String> sha256, String requestedBy, String reason)
            implements ModelEvent {
        @Override
        public AuditEntry entry() {
            return AuditEntry.of(
                            "PROCESS_DEPLOYED",
                            Map.of("versions", told(versions), "sha256", told(sha256), "requestedBy", requestedBy))
                    .because(Because.said(reason));
        }
    }

    record Requested(String id, Map<String, String> sha256, String reason) implements ModelEvent {
        @Override
        public AuditEntry entry() {
            return AuditEntry.of("PROCESS_DEPLOYMENT_REQUESTED", Map.of("request", id, "sha256", told(sha256)))
                    .because(Because.said(reason));
        }
    }

    record Approved(String id) implements ModelEvent {
        @Override
        public AuditEntry entry() {
            return AuditEntry.of("PROCESS_DEPLOYMENT_APPROVED", Map.of("request", id));
        }
    }

    record Rejected(String id, String reason) implements ModelEvent {
        @Override
        public AuditEntry entry() {
            return AuditEntry.of("PROCESS_DEPLOYMENT_REJECTED", Map.of("request", id))
                    .because(Because.said(reason));
        }
    }

    record Withdrawn(String id) implements ModelEvent {
        @Override
        public AuditEntry entry() {
            return AuditEntry.of("PROCESS_DEPLOYMENT_WITHDRAWN", Map.of("request", id));
        }
    }

    record Deleted(String key, int version, String reason) implements ModelEvent {
        @Override
        public AuditEntry entry() {
            return AuditEntry.of("PROCESS_VERSION_DELETED", Map.of("key", key, "version", String.valueOf(version)))
                    .because(Because.said(reason));
        }
    }

    private static String told(List<ModelVersion> versions) {
        return versions.stream()
                .map(version -> version.key() + " " + version.version())
                .collect(Collectors.joining(", "));
    }

    private static String told(Map<String, String> sha256) {
        return sha256.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(file -> file.getKey() + " " + file.getValue())
                .collect(Collectors.joining(", "));
    }
}
