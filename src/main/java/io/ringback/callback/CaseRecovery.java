package io.ringback.callback;

import io.ringback.platform.database.FailureRecovery;
import io.ringback.platform.problem.Conflict;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * Sets aside callbacks whose process does not answer or goes wrong. One such case must not stop a Save, a request or an
 * allocation: it is told in the log, listed for supervisors, and passed by until one of them repairs it, or another version of
 * its model is there.
 */
@Service
class CaseRecovery implements FailureRecovery {

    private static final Logger log = LoggerFactory.getLogger(CaseRecovery.class);

    private final Callbacks callbacks;
    private final CaseProcess process;
    private final CaseRestart restart;
    private final DeployedModels models;
    private final JdbcSetAside rows;
    private final Clock clock;

    CaseRecovery(
            Callbacks callbacks,
            CaseProcess process,
            CaseRestart restart,
            DeployedModels models,
            JdbcSetAside rows,
            Clock clock) {
        this.callbacks = callbacks;
        this.process = process;
        this.restart = restart;
        this.models = models;
        this.rows = rows;
        this.clock = clock;
    }

    @Override
    public boolean helpsAgainst(RuntimeException failure) {
        return failure instanceof CaseNotAnswering;
    }

    @Override
    public void apply(RuntimeException failure, boolean again) {
        var failed = (CaseNotAnswering) failure;
        var found = callbacks.find(failed.callbackId());
        if (found.isEmpty()) {
            return; // it came in with what failed
        }
        var callback = callbacks.lock(failed.callbackId());
        if (callback.isClosed() || callback.isSetAside()) {
            leaveBehind(callback, again);
        } else if (failed.fault() != null) {
            setAside(callback, failed.fault());
        } else if (again || !process.answers(callback)) {
            setAside(callback, process.diagnose(callback).orElse(null));
        }
    }

    /** Not even what is left of its process can be ended: nothing of it counts any more. */
    private void leaveBehind(Callback callback, boolean again) {
        if (again) {
            callbacks.unbind(callback.id());
        }
    }

    /** A step that the clock has set off has failed. */
    void setAside(CaseProcess.FailedStep step) {
        var callback = callbacks.lock(step.callbackId());
        if (!callback.isClosed() && !callback.isSetAside()) {
            setAside(callback, step.fault());
        }
    }

    private void setAside(Callback callback, @Nullable ModelFault fault) {
        var blamed = fault == null ? BlamedModel.NONE : models.blame(fault, true);
        rows.add(callback.id(), blamed, fault == null ? null : process.knowsModelsUntil(callback));
        mark(callback, blamed);
        if (fault != null) {
            process.discard(callback); // its timers would act on a case that goes on without them
        }
    }

    /** Sets one aside that has come in and that no version of the process starts for. */
    Callback setAsideAtOnce(Callback callback, ModelFault fault) {
        var blamed = models.blame(fault, false);
        rows.add(callback.id(), blamed, clock.instant());
        return mark(callback, blamed);
    }

    private Callback mark(Callback callback, BlamedModel blamed) {
        var why = blamed.told();
        var marked = callbacks.save(callback.setAside(blamed));
        log.atError()
                .addKeyValue("callback.id", callback.id())
                .addKeyValue("list.id", callback.listId())
                .log(
                        "Callback {} on list {} is set aside: {}. A supervisor can repair it with"
                                + " POST /api/v1/callbacks/{}/repair",
                        callback.id(),
                        callback.listId(),
                        why,
                        callback.id());
        return marked;
    }

    /** @throws Conflict unless it is set aside, open and in nobody's hands, or when no version of its process starts */
    Callback repair(UUID id) {
        var callback = callbacks.lock(id);
        if (!callback.isSetAside() || callback.isClosed()) {
            throw new Conflict("Expected an open callback that is set aside, but it is %s%s."
                    .formatted(callback.status(), callback.isSetAside() ? "" : " and not set aside"));
        }
        if (callback.holder() != null) {
            throw new Conflict(
                    "Expected a callback in nobody's hands, but agent %s has it.".formatted(callback.holder()));
        }
        var repaired = callbacks.save(callback.repaired());
        rows.remove(id);
        return restart.beginAnew(repaired);
    }
}
