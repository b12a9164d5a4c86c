package io.ringback.process;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.operaton.bpm.engine.ManagementService;
import org.operaton.bpm.engine.OptimisticLockingException;
import org.operaton.bpm.engine.ProcessEngine;
import org.operaton.bpm.engine.RuntimeService;
import org.operaton.bpm.engine.exception.NullValueException;
import org.operaton.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.operaton.bpm.engine.impl.context.Context;
import org.operaton.bpm.engine.impl.persistence.entity.JobEntity;
import org.operaton.bpm.engine.runtime.Job;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The timers of callback cases, where they have to follow the row rather than lead it. */
@Component
class CaseTimers {

    /** An instance has three at a time; one that goes in circles is not gone after. */
    private static final int MOST = 10;

    private final RuntimeService runtime;
    private final ManagementService management;
    private final ProcessEngine engine;
    private final Clock clock;

    CaseTimers(
            @Lazy RuntimeService runtime, @Lazy ManagementService management, @Lazy ProcessEngine engine, Clock clock) {
        this.runtime = runtime;
        this.management = management;
        this.engine = engine;
        this.clock = clock;
    }

    /**
     * Sets all timers that run anew, by what their model says of the times that the callback's row has now.
     *
     * @throws OptimisticLockingException when one that has to move has begun to fire on some node, which would not see it
     */
    void follow(String processInstanceId) {
        inOneCommand(() -> of(processInstanceId).forEach(this::setAnew));
    }

    private void setAnew(Job timer) {
        var before = timer.getDuedate();
        management.recalculateJobDuedate(timer.getId(), true);
        var moved = (JobEntity) timer;
        if (!moved.getDuedate().equals(before) && isFiring(moved)) {
            throw new OptimisticLockingException("timer %s is firing".formatted(timer.getId()));
        }
    }

    private boolean isFiring(JobEntity timer) {
        var until = timer.getLockExpirationTime();
        return timer.getLockOwner() != null
                && until != null
                && until.toInstant().isAfter(clock.instant());
    }

    /**
     * Fires the timers whose time has passed, the oldest first, in the transaction of the caller, who has locked the row.
     *
     * @throws NullValueException when there is none
     */
    void fireLate(String processInstanceId) {
        var late = late(processInstanceId);
        if (late.isEmpty()) {
            throw new NullValueException("no timer of the instance is late");
        }
        for (int fired = 0; late.isPresent() && fired < MOST; fired++) {
            fire(late.get().getId());
            late = late(processInstanceId);
        }
    }

    /** Fires those of these timers that run, whatever their time is, and those of them that run then. */
    void fire(String processInstanceId, Set<String> timers) {
        var next = running(processInstanceId, timers);
        for (int fired = 0; next.isPresent() && fired < MOST; fired++) {
            fire(next.get().getId());
            next = running(processInstanceId, timers);
        }
    }

    private Optional<Job> running(String processInstanceId, Set<String> timers) {
        return timers.stream()
                .flatMap(
                        timer -> management
                                .createJobQuery()
                                .processInstanceId(processInstanceId)
                                .activityId(timer)
                                .timers()
                                .list()
                                .stream())
                .min(Comparator.comparing(Job::getDuedate).thenComparing(Job::getId));
    }

    private Optional<Job> late(String processInstanceId) {
        var now = clock.instant();
        return of(processInstanceId).stream()
                .filter(timer -> !timer.getDuedate().toInstant().isAfter(now))
                .min(Comparator.comparing(Job::getDuedate).thenComparing(Job::getId));
    }

    private List<Job> of(String processInstanceId) {
        return management
                .createJobQuery()
                .processInstanceId(processInstanceId)
                .timers()
                .list();
    }

    /** Not by the management's own call: after a failure that writes in a transaction of its own, and would wait for ours. */
    void fire(String timerId) {
        inOneCommand(() -> {
            var command = Context.getCommandContext();
            var job = command.getJobManager().findJobById(timerId);
            if (job != null) {
                job.execute(command);
            }
        });
    }

    private void inOneCommand(Runnable work) {
        var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        configuration.getCommandExecutorTxRequired().execute(command -> {
            work.run();
            return true;
        });
    }
}
