package io.ringback.platform.run;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Runs the {@link StartupStep steps}; its phase lies before that of the web server. */
@Component
class StartupSteps implements SmartLifecycle {

    private final ObjectProvider<StartupStep> steps;
    private volatile boolean running;

    StartupSteps(ObjectProvider<StartupStep> steps) {
        this.steps = steps;
    }

    @Override
    public void start() {
        steps.orderedStream().forEach(StartupStep::run);
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return 0;
    }
}
