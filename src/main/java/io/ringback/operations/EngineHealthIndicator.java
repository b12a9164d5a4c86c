package io.ringback.operations;

import io.ringback.platform.database.DatabasePing;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.stereotype.Component;

/** Whether the engine answers on this node, by really asking it. Part of readiness: without it nothing can be done. */
@Component
class EngineHealthIndicator extends AbstractHealthIndicator {

    private final DatabasePing database;
    private final EngineState engine;

    EngineHealthIndicator(DatabasePing database, EngineState engine) {
        super("The process engine does not answer");
        this.database = database;
        this.engine = engine;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        var absence = database.absence();
        if (absence.isPresent()) {
            health.down().withDetail("reason", absence.get());
        } else {
            engine.ask();
            health.up();
        }
    }
}
