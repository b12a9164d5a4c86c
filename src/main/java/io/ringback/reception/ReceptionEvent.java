package io.ringback.reception;

import io.ringback.audit.AuditEntry;
import io.ringback.audit.Because;
import org.jspecify.annotations.Nullable;

/** What happens to agents at the desk: the closed set of it. */
sealed interface ReceptionEvent
        permits ReceptionEvent.AvailabilityChanged, ReceptionEvent.Started, ReceptionEvent.Stopped, ReceptionMigrated {

    /** What the audit trail keeps of it. */
    AuditEntry entry(String agentId);

    /** @param reason the id of what for the agent is away */
    record AvailabilityChanged(
            Availability from, Availability to, @Nullable String reason) implements ReceptionEvent {
        @Override
        public AuditEntry entry(String agentId) {
            return AuditEntry.ofAgent("AVAILABILITY_CHANGED", agentId, from.name(), to.name())
                    .because(Because.said(reason));
        }
    }

    record Started() implements ReceptionEvent {
        @Override
        public AuditEntry entry(String agentId) {
            return AuditEntry.ofAgent("RECEIVING_STARTED", agentId, null, null);
        }
    }

    /** @param note what the supervisor who stopped it has said */
    record Stopped(StopFacts why, @Nullable String note) implements ReceptionEvent {
        @Override
        public AuditEntry entry(String agentId) {
            return AuditEntry.ofAgent("RECEIVING_STOPPED", agentId, null, null)
                    .because(Because.of(why.reason(), note))
                    .decidedFrom(why.facts());
        }
    }
}
