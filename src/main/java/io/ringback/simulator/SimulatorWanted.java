package io.ringback.simulator;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/** Holds with the embedded database unless it is switched off, and with a data source only when it is asked for. */
class SimulatorWanted implements Condition {

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        var settings = context.getEnvironment();
        var asked = settings.getProperty("ringback.simulator.enabled", Boolean.class);
        return asked != null ? asked : !StringUtils.hasText(settings.getProperty("spring.datasource.url"));
    }
}
