package io.ringback.operations;

import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.stereotype.Component;

/** Whether the engine answers on this node, by really asking it. Part of readiness: without it nothing can be done. */
@Component
class EngineHealthIndicator extends AbstractHealthIndicator {

    private final EngineState engine;

    EngineHealthIndicator(EngineState engine) {
        super("The process engine does not answer");
        this.engine = engine;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        engine.ask();
        health.up();
    }
}
