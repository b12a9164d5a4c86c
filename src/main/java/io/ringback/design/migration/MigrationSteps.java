package io.ringback.design.migration;

import io.ringback.callback.Callbacks;
import io.ringback.callback.ProcessEvent;
import io.ringback.design.migration.JdbcMigrationCases.State;
import io.ringback.platform.database.Transactions;
import io.ringback.reception.Agents;
import io.ringback.reception.ReceptionMigrated;
import java.time.Clock;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * What a migration does in one transaction each: whoever kills the server between two of them, or in the middle of one,
 * leaves every instance either where it was or moved, told and counted.
 */
@Component
class MigrationSteps {

    private static final Logger log = LoggerFactory.getLogger(MigrationSteps.class);

    private final JdbcMigrations rows;
    private final JdbcMigrationCases cases;
    private final Callbacks callbacks;
    private final Agents agents;
    private final Transactions transactions;
    private final Clock clock;

    MigrationSteps(
            JdbcMigrations rows,
            JdbcMigrationCases cases,
            Callbacks callbacks,
            Agents agents,
            Transactions transactions,
            Clock clock) {
        this.rows = rows;
        this.cases = cases;
        this.callbacks = callbacks;
        this.agents = agents;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Moves one instance, its row locked before the engine's, as everybody does.
     *
     * @return false when the migration is paused or done
     * @throws CannotMove when it cannot, and nothing was changed
     */
    boolean move(MigrationView migration, ProcessInstances.Mover mover, OpenInstance instance) {
        return transactions.run(() -> {
            if (!rows.holdRunning(migration.id())) {
                return false;
            }
            var told = lockedRow(migration, instance);
            var state = mover.isThere(instance.id()) ? State.MOVED : State.ENDED;
            if (cases.dealt(migration.id(), instance.id(), state, clock.instant()) && state == State.MOVED) {
                mover.move(instance);
                told.run();
            }
            return true;
        });
    }

    /** Locks what the instance belongs to; answers what writes into its trail that it has moved. */
    private Runnable lockedRow(MigrationView migration, OpenInstance instance) {
        if (instance.callbackId() != null) {
            var callback = callbacks.lock(instance.callbackId());
            var event = new ProcessEvent.Migrated(
                    migration.key(), migration.from(), migration.to(), migration.id(), migration.reason());
            return () -> callbacks.save(event.of(callback));
        }
        if (instance.agentId() != null) {
            var agent = agents.lock(instance.agentId());
            var event = new ReceptionMigrated(
                    migration.key(), migration.from(), migration.to(), migration.id(), migration.reason());
            return () -> agents.migrated(agent, event);
        }
        throw new CannotMove(instance.elementId(), Hindrance.NOBODYS);
    }

    /** Notes why an instance stays where it is. */
    void leave(UUID migration, OpenInstance instance, CannotMove refused) {
        if (refused.getCause() != null) {
            log.info("Instance {} stays on its version: {}", instance.id(), refused.getMessage());
        }
        cases.leave(migration, instance.id(), refused, clock.instant());
    }

    /** All instances are dealt with. */
    void finish(UUID migration) {
        transactions.execute(() -> {
            if (rows.lock(migration).filter(MigrationView.State.RUNNING::equals).isPresent()
                    && cases.next(migration, 1).isEmpty()) {
                rows.set(migration, MigrationView.State.DONE, clock.instant());
            }
        });
    }
}
