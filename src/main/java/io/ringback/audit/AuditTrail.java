package io.ringback.audit;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * The append-only record of every change: who, what, when, why. A row is written in the transaction of the change it
 * tells about, so that the two cannot disagree. It carries ids and states, never a phone number or a name.
 */
@Component
public class AuditTrail {

    private final JdbcAuditEvents events;

    AuditTrail(JdbcAuditEvents events) {
        this.events = events;
    }

    /** Records a change by {@link Actor#current()}. */
    public void record(AuditEntry entry) {
        events.add(Actor.current(), entry);
    }

    /** Everything recorded about a callback, oldest first. */
    public List<AuditEvent> ofCallback(UUID callbackId) {
        return events.ofCallback(callbackId);
    }
}
