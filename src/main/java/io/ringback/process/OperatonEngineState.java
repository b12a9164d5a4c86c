package io.ringback.process;

import io.ringback.operations.EngineState;
import io.ringback.operations.Incident;
import io.ringback.operations.Timers;
import io.ringback.platform.problem.Conflict;
import java.time.Clock;
import java.util.List;
import org.operaton.bpm.engine.ManagementService;
import org.operaton.bpm.engine.impl.jobexecutor.JobExecutor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Looks into the engine's timers, by its tables: its own queries would read all of them. */
@Component
class OperatonEngineState implements EngineState {

    private final ManagementService management;
    private final ObjectProvider<JobExecutor> executor;
    private final JdbcFailedJobs failed;
    private final int tries;
    private final Clock clock;

    OperatonEngineState(
            @Lazy ManagementService management,
            ObjectProvider<JobExecutor> executor,
            JdbcFailedJobs failed,
            @Value("${operaton.bpm.default-number-of-retries}") int tries,
            Clock clock) {
        this.management = management;
        this.executor = executor;
        this.failed = failed;
        this.tries = tries;
        this.clock = clock;
    }

    @Override
    public void ask() {
        management.getProperties();
    }

    @Override
    public Executor executor() {
        var found = executor.getIfAvailable();
        if (found == null) {
            return Executor.OFF;
        }
        return found.isActive() ? Executor.RUNNING : Executor.STOPPED;
    }

    @Override
    public Timers timers() {
        return failed.timers(clock.instant());
    }

    @Override
    public List<Incident> incidents(int limit) {
        return failed.oldest(limit);
    }

    @Override
    public Incident retry(String incidentId) {
        var incident = failed.lock(incidentId).orElseThrow(OperatonEngineState::gone);
        if (incident.kind() != Incident.Kind.GIVEN_UP) {
            throw new Conflict("Expected a step that has given up, but this one is still tried again by itself.");
        }
        EngineCalls.run(() -> management.setJobRetries(incidentId, tries), (cause, fault) -> gone());
        return incident;
    }

    private static Conflict gone() {
        return new Conflict("Expected a failed step, but it is over: done by another try, or gone with its process.");
    }
}
