package io.ringback.process;

import java.time.Instant;
import java.util.UUID;
import org.operaton.bpm.engine.ManagementService;
import org.operaton.bpm.engine.OptimisticLockingException;
import org.operaton.bpm.engine.ProcessEngineException;
import org.operaton.bpm.engine.RuntimeService;
import org.springframework.beans.factory.BeanFactory;

/** Fires a timer at a moment that a test chooses, just as the node's job executor would, and may lose a race by that. */
public final class TimersByHand {

    private final RuntimeService runtime;
    private final ManagementService management;

    private TimersByHand(RuntimeService runtime, ManagementService management) {
        this.runtime = runtime;
        this.management = management;
    }

    public static TimersByHand of(BeanFactory node) {
        return new TimersByHand(node.getBean(RuntimeService.class), node.getBean(ManagementService.class));
    }

    /** The timer that waits in the callback's process under this name. */
    public Timer timer(UUID callbackId, String name) {
        var instance = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(callbackId.toString())
                .singleResult();
        var job = management
                .createJobQuery()
                .processInstanceId(instance.getId())
                .activityId(name)
                .singleResult();
        return new Timer(management, job.getId());
    }

    /** A timer ready to be fired. */
    public record Timer(ManagementService management, String jobId) {

        /** False when somebody else was first. */
        public boolean fire() {
            try {
                management.executeJob(jobId);
                return true;
            } catch (OptimisticLockingException lost) {
                return false;
            } catch (ProcessEngineException | NullPointerException failed) {
                // The engine falls over an instance that ends between two of its reads; the timer is gone with it.
                if (isGone()) {
                    return false;
                }
                throw failed;
            }
        }

        /** When the clock will fire it. */
        public Instant due() {
            return management
                    .createJobQuery()
                    .jobId(jobId)
                    .singleResult()
                    .getDuedate()
                    .toInstant();
        }

        private boolean isGone() {
            return management.createJobQuery().jobId(jobId).count() == 0;
        }
    }
}
