package io.ringback.operations;

import io.ringback.operations.EngineState.Executor;
import io.ringback.platform.database.DatabasePing;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.stereotype.Component;

/**
 * Whether timers fire in time. Not part of readiness: late timers are a problem that all nodes share, and one taken out
 * by its load balancer would only leave fewer to fire them.
 */
@Component
class TimerLagHealthIndicator extends AbstractHealthIndicator {

    private final DatabasePing database;
    private final EngineState engine;
    private final OperationsProperties properties;

    TimerLagHealthIndicator(DatabasePing database, EngineState engine, OperationsProperties properties) {
        super("The timers could not be looked at");
        this.database = database;
        this.engine = engine;
        this.properties = properties;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        var absence = database.absence();
        if (absence.isPresent()) {
            health.unknown().withDetail("reason", absence.get());
        } else {
            look(health);
        }
    }

    private void look(Health.Builder health) {
        var timers = engine.timers();
        var executor = engine.executor();
        if (executor == Executor.STOPPED) {
            health.down();
        } else if (timers.lag().compareTo(properties.timerLagLimit()) > 0) {
            health.outOfService();
        } else {
            health.up();
        }
        health.withDetail("executor", executor)
                .withDetail("due", timers.due())
                .withDetail("lagSeconds", timers.lag().toMillis() / 1_000.0)
                .withDetail("limitSeconds", properties.timerLagLimit().toSeconds())
                .withDetail("retrying", timers.retrying())
                .withDetail("failed", timers.failed());
    }
}
