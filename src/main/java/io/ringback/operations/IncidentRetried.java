package io.ringback.operations;

import io.ringback.audit.AuditEntry;
import java.util.Map;

/** Somebody has had a failed step tried again. */
record IncidentRetried(Incident incident) {

    /** What the audit trail keeps of it. */
    AuditEntry entry() {
        return AuditEntry.of(
                        "INCIDENT_RETRIED",
                        Map.of("incidentId", incident.id(), "activity", String.valueOf(incident.activity())))
                .about(incident.callbackId());
    }
}
