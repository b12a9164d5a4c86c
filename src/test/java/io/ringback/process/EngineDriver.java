package io.ringback.process;

import io.ringback.process.contract.SharedNames;
import io.ringback.support.MovableClock;
import java.util.Date;
import java.util.Optional;
import java.util.UUID;
import org.joda.time.DateTimeUtils;
import org.operaton.bpm.engine.ManagementService;
import org.operaton.bpm.engine.RuntimeService;
import org.operaton.bpm.engine.impl.util.ClockUtil;
import org.operaton.bpm.engine.runtime.Job;
import org.operaton.bpm.engine.runtime.ProcessInstance;

/** Drives the engine by hand in tests: its clock follows the test's, and its timers fire when a test says so. */
public class EngineDriver {

    private final RuntimeService runtime;
    private final ManagementService management;

    public EngineDriver(RuntimeService runtime, ManagementService management, MovableClock clock) {
        this.runtime = runtime;
        this.management = management;
        clock.onChange(now -> DateTimeUtils.setCurrentMillisProvider(clock::millis));
    }

    /** Fires every timer whose time has come, oldest first, and those that come up by that. */
    public void fireDueTimers() {
        for (var due = dueTimer(); due.isPresent(); due = dueTimer()) {
            management.executeJob(due.get().getId());
        }
    }

    /** Fires the timers of this callback alone whose time has come, oldest first, and those that come up by that. */
    public void fireDueTimers(UUID callbackId) {
        for (var due = dueTimer(callbackId); due.isPresent(); due = dueTimer(callbackId)) {
            management.executeJob(due.get().getId());
        }
    }

    private Optional<Job> dueTimer(UUID callbackId) {
        return Optional.ofNullable(instance(callbackId))
                .flatMap(running -> management
                        .createJobQuery()
                        .processInstanceId(running.getId())
                        .duedateLowerThan(new Date(ClockUtil.getCurrentTime().getTime() + 1))
                        .withRetriesLeft()
                        .orderByJobDuedate()
                        .asc()
                        .listPage(0, 1)
                        .stream()
                        .findFirst());
    }

    /** Fires one timer of the callback, whatever the time. */
    public void fire(UUID callbackId, String timer) {
        var job = management
                .createJobQuery()
                .processInstanceId(instance(callbackId).getId())
                .activityId(timer)
                .singleResult();
        management.executeJob(job.getId());
    }

    /** Has a timer fail that cannot but fail, and takes its further tries from it. */
    public void failUntilGivenUp(UUID callbackId, String timer) {
        var job = management
                .createJobQuery()
                .processInstanceId(instance(callbackId).getId())
                .activityId(timer)
                .singleResult()
                .getId();
        try {
            management.executeJob(job);
            throw new AssertionError("expected the timer to fail, but it has fired");
        } catch (RuntimeException failed) {
            management.setJobRetries(job, 0);
        }
    }

    /** Has a timer fire and fail as the clock would, twice. */
    public void failTwice(UUID callbackId, String timer) {
        for (int tries = 0; tries < 2; tries++) {
            try {
                fire(callbackId, timer);
                throw new AssertionError("expected the timer to fail, but it has fired");
            } catch (RuntimeException failed) {
                // as the engine has written down
            }
        }
    }

    /** The running instance with this business key. */
    public ProcessInstance instance(UUID businessKey) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(businessKey.toString())
                .singleResult();
    }

    /** Deletes the instance behind the server's back. */
    public void deleteInstance(UUID businessKey) {
        runtime.deleteProcessInstance(instance(businessKey).getId(), "test");
    }

    /** Deletes the instance of the agent's reception behind the server's back. */
    public void deleteReception(String agentId) {
        var reception = runtime.createProcessInstanceQuery()
                .processDefinitionKey("agentReception")
                .variableValueEquals(SharedNames.AGENT_ID, agentId)
                .singleResult();
        runtime.deleteProcessInstance(reception.getId(), "test");
    }

    /** How many instances of the process are running. */
    public long running(String processId) {
        return runtime.createProcessInstanceQuery()
                .processDefinitionKey(processId)
                .count();
    }

    public long incidents() {
        return runtime.createIncidentQuery().count();
    }

    /** One at a time, since firing one can do away with others. */
    private Optional<Job> dueTimer() {
        return management
                .createJobQuery()
                .duedateLowerThan(new Date(ClockUtil.getCurrentTime().getTime() + 1))
                .withRetriesLeft()
                .timers()
                .orderByJobDuedate()
                .asc()
                .listPage(0, 1)
                .stream()
                .findFirst();
    }
}
