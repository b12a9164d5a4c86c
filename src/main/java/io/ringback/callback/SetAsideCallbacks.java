package io.ringback.callback;

import io.ringback.platform.database.Transactions;
import io.ringback.platform.problem.Conflict;
import io.ringback.platform.problem.DatabaseAway;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** The callbacks that are set aside, for those who keep the server running and need not know whose they are. */
@Service
public class SetAsideCallbacks {

    private static final int AT_ONCE = 200;
    private static final Logger log = LoggerFactory.getLogger(SetAsideCallbacks.class);

    private final JdbcSetAside rows;
    private final CaseRecovery recovery;
    private final CaseProcess process;
    private final DeployedModels models;
    private final Transactions transactions;
    private final Clock clock;

    SetAsideCallbacks(
            JdbcSetAside rows,
            CaseRecovery recovery,
            CaseProcess process,
            DeployedModels models,
            Transactions transactions,
            Clock clock) {
        this.rows = rows;
        this.recovery = recovery;
        this.process = process;
        this.models = models;
        this.transactions = transactions;
        this.clock = clock;
    }

    public long count() {
        return rows.count();
    }

    /** Longest first. */
    public List<SetAsideCallback> oldest(int limit) {
        return rows.oldest(limit);
    }

    /**
     * Starts its process anew from where its row says it is; to be called in a transaction.
     *
     * @throws NotFound when there is no such callback
     * @throws Conflict unless it is set aside, open and in nobody's hands
     */
    public void repair(UUID id) {
        recovery.repair(id);
    }

    /** Sets those aside in whose process a step fails that the clock has set off, again and again. */
    public void setFailedAside() {
        process.failedSteps(AT_ONCE)
                .forEach(step -> each(step.callbackId(), () -> transactions.execute(() -> recovery.setAside(step))));
    }

    /** Repairs those whose model has gone wrong, once another one has been deployed. */
    public void takeUpAgain() {
        rows.toTakeUp(models.changedAt(), AT_ONCE).forEach(id -> each(id, () -> takeUpAgain(id)));
    }

    private void takeUpAgain(UUID id) {
        try {
            transactions.execute(() -> recovery.repair(id));
            log.info("Callback {} is taken up again: other models were deployed", id);
        } catch (Conflict stillWrong) {
            transactions.execute(() -> rows.tried(id, clock.instant()));
        }
    }

    /** One that fails does not keep the others from it. */
    private static void each(UUID id, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException failure) {
            if (DatabaseAway.isCauseOf(failure)) {
                throw failure;
            }
            log.atWarn().addKeyValue("callback.id", id).setCause(failure).log("Could not mend callback {}", id);
        }
    }
}
