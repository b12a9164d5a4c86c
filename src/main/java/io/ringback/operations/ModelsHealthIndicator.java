package io.ringback.operations;

import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.stereotype.Component;

/** Whether all files of this node's folders were taken. Not part of readiness: the newest good versions serve. */
@Component
class ModelsHealthIndicator extends AbstractHealthIndicator {

    private final ModelState models;

    ModelsHealthIndicator(ModelState models) {
        super("The models could not be looked at");
        this.models = models;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        var refused = models.refusedHere();
        if (refused.isEmpty()) {
            health.up();
        } else {
            health.outOfService().withDetail("refused", refused);
        }
    }
}
