package io.ringback.operations;

import io.ringback.evidence.TrailChecks;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.stereotype.Component;

/** Whether the record was as it was written when it was checked last. Not part of readiness: work goes on. */
@Component
class RecordHealthIndicator extends AbstractHealthIndicator {

    private final TrailChecks record;

    RecordHealthIndicator(TrailChecks record) {
        super("The checks of the record could not be looked at");
        this.record = record;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        var sealed = record.sealed();
        if (record.isBroken()) {
            health.outOfService();
        } else {
            health.up();
        }
        health.withDetail("broken", record.isBroken()).withDetail("rolesApart", sealed.rolesApart());
    }
}
