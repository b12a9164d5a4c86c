package io.ringback.operations;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.ringback.allocation.FirstOffer;
import io.ringback.audit.AuditEntry;
import java.time.Duration;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** Counts what happens to callbacks on this node, once it has been committed. It asks the database for nothing. */
@Component
class ChangeMeters {

    private static final String SAVED = "OUTCOME_SAVED";

    /** Names by the type of the entry in the audit trail. */
    private static final Map<String, String> COUNTED = Map.of(
            "REQUESTED", "ringback.callbacks.requested",
            "MERGED", "ringback.callbacks.merged",
            "ALLOCATED", "ringback.callbacks.offered",
            "RELEASED", "ringback.callbacks.released",
            "RESOLVED", "ringback.callbacks.resolved",
            "EXPIRED", "ringback.callbacks.expired",
            "CANCELLED", "ringback.callbacks.cancelled",
            "GIVEN_UP", "ringback.callbacks.given.up");

    private final MeterRegistry registry;
    private final Timer timeToOffer;

    ChangeMeters(MeterRegistry registry) {
        this.registry = registry;
        this.timeToOffer = Timer.builder("ringback.time.to.offer")
                .description("From eligible to the first agent's hands")
                .serviceLevelObjectives(
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(30),
                        Duration.ofMinutes(1),
                        Duration.ofMinutes(5),
                        Duration.ofMinutes(15),
                        Duration.ofHours(1),
                        Duration.ofHours(4))
                .register(registry);
        COUNTED.values().forEach(this::counter);
        for (var status : new String[] {"ANSWERED", "BUSY", "NO_ANSWER", "OTHER"}) {
            saved(status);
        }
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void on(AuditEntry change) {
        var name = COUNTED.get(change.type());
        if (name != null) {
            counter(name).increment();
        } else if (change.type().equals(SAVED)) {
            saved(change.details().getOrDefault("callStatus", "OTHER")).increment();
        }
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void on(FirstOffer offer) {
        timeToOffer.record(offer.waited().isNegative() ? Duration.ZERO : offer.waited());
    }

    private Counter counter(String name) {
        return registry.counter(name);
    }

    private Counter saved(String callStatus) {
        return registry.counter("ringback.callbacks.saved", "call_status", callStatus);
    }
}
