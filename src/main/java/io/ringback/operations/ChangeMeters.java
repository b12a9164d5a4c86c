package io.ringback.operations;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.ringback.callback.CallEvent;
import io.ringback.callback.CallStatus;
import io.ringback.callback.CallbackEvent;
import io.ringback.callback.Change;
import java.time.Duration;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** Counts what happens to callbacks on this node, once it has been committed. It asks the database for nothing. */
@Component
class ChangeMeters {

    private static final Map<Class<? extends CallbackEvent>, String> COUNTED = Map.of(
            CallbackEvent.Requested.class, "ringback.callbacks.requested",
            CallbackEvent.Merged.class, "ringback.callbacks.merged",
            CallbackEvent.Allocated.class, "ringback.callbacks.offered",
            CallbackEvent.Released.class, "ringback.callbacks.released",
            CallbackEvent.Resolved.class, "ringback.callbacks.resolved",
            CallbackEvent.Expired.class, "ringback.callbacks.expired",
            CallbackEvent.Cancelled.class, "ringback.callbacks.cancelled",
            CallbackEvent.GivenUp.class, "ringback.callbacks.given.up");

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
        for (var status : CallStatus.values()) {
            saved(status);
        }
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void on(Change change) {
        var event = change.event();
        var name = COUNTED.get(event.getClass());
        if (name != null) {
            counter(name).increment();
        }
        if (event instanceof CallEvent.OutcomeSaved saved) {
            saved(saved.callStatus()).increment();
        } else if (event instanceof CallbackEvent.Allocated allocated && allocated.waited() != null) {
            timeToOffer.record(allocated.waited().isNegative() ? Duration.ZERO : allocated.waited());
        }
    }

    private Counter counter(String name) {
        return registry.counter(name);
    }

    private Counter saved(CallStatus callStatus) {
        return registry.counter("ringback.callbacks.saved", "call_status", callStatus.name());
    }
}
