package io.ringback.design.migration;

import io.ringback.platform.database.Transactions;
import io.ringback.platform.input.PageCursors;
import io.ringback.platform.problem.Conflict;
import io.ringback.platform.problem.InvalidField;
import io.ringback.platform.problem.NotFound;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Moving the open instances of a process to another version: looking before, starting, pausing, and how far it is. */
@Service
public class Migrations {

    private final ProcessInstances instances;
    private final JdbcMigrations rows;
    private final JdbcMigrationCases cases;
    private final MigrationWorker worker;
    private final Transactions transactions;
    private final Clock clock;

    Migrations(
            ProcessInstances instances,
            JdbcMigrations rows,
            JdbcMigrationCases cases,
            MigrationWorker worker,
            Transactions transactions,
            Clock clock) {
        this.instances = instances;
        this.rows = rows;
        this.cases = cases;
        this.worker = worker;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Looks which open instances could move, and changes nothing. Of those in the same situation one is looked at.
     *
     * @throws NotFound when there is no such process or version
     * @throws InvalidField when an element cannot stand for another
     */
    public DryRun look(Route route) {
        var mover = mover(route);
        var known = new HashMap<String, Optional<CannotMove>>();
        var stuck = new ArrayList<DryRun.Stuck>();
        int movable = 0;
        for (var instance : instances.open(route.process(), route.from())) {
            var refusal = known.computeIfAbsent(instance.situation(), any -> examined(mover, instance));
            if (refusal.isEmpty()) {
                movable++;
            } else {
                stuck.add(DryRun.Stuck.of(
                        instance.callbackId(),
                        instance.agentId(),
                        refusal.get().elementId() == null
                                ? instance.elementId()
                                : refusal.get().elementId(),
                        refusal.get().hindrance(),
                        refusal.get().names()));
            }
        }
        return new DryRun(movable, stuck);
    }

    private static Optional<CannotMove> examined(ProcessInstances.Mover mover, OpenInstance instance) {
        try {
            mover.examine(instance);
            return Optional.empty();
        } catch (CannotMove refused) {
            return Optional.of(refused);
        }
    }

    /**
     * Begins to move them in the background; answers the migration's id.
     *
     * @param by the account that wants it
     * @throws NotFound when there is no such process or version
     * @throws InvalidField when an element cannot stand for another
     * @throws Conflict when another migration of the process is not done yet
     */
    public UUID start(Route route, String reason, String by) {
        mover(route);
        var id = UUID.randomUUID();
        transactions.execute(() -> {
            if (!rows.add(id, route, reason, by, clock.instant())) {
                throw new Conflict(
                        "Expected no other migration of \"%s\", but one is not done yet.".formatted(route.process()));
            }
            cases.add(id, instances.open(route.process(), route.from()));
        });
        worker.wake();
        return id;
    }

    /** @throws NotFound when there is no such migration of the process */
    public MigrationView get(String process, UUID id) {
        return rows.find(id).filter(found -> found.key().equals(process)).orElseThrow(() -> unknown(id));
    }

    /** @throws NotFound when there is no such migration */
    public MigrationView get(UUID id) {
        return rows.find(id).orElseThrow(() -> unknown(id));
    }

    /**
     * Newest first.
     *
     * @param process null for those of all
     * @param after the last one of the page before; null for the first page
     */
    public List<MigrationView> page(@Nullable String process, @Nullable UUID after, int limit) {
        if (after != null
                && rows.find(after)
                        .filter(one -> process == null || one.key().equals(process))
                        .isEmpty()) {
            throw PageCursors.notOfThisList();
        }
        return rows.page(process, after, limit);
    }

    /**
     * Those that cannot move, with why.
     *
     * @param after where the page before has ended; null for the first one
     */
    public StuckPage stuck(UUID id, @Nullable String after, int limit) {
        if (after != null && cases.known(id, after).isEmpty()) {
            throw PageCursors.notOfThisList();
        }
        var found = cases.stuck(id, after, limit + 1);
        var shown = found.stream().limit(limit).toList();
        return new StuckPage(
                shown.stream().map(JdbcMigrationCases.StuckInstance::stuck).toList(),
                found.size() > limit ? shown.get(limit - 1).instanceId() : null);
    }

    /** @param next the {@code after} of the page that follows; null on the last one */
    public record StuckPage(
            List<DryRun.Stuck> items, @Nullable String next) {}

    /** The elements at which instances may wait, with those that may stand for them. */
    public List<MappedElement> elements(String process, int from, int to) {
        return instances.elements(process, from, to);
    }

    /** From the answer on none is moved any more; nothing happens when it is paused already. */
    public MigrationView pause(String process, UUID id) {
        return turn(process, id, MigrationView.State.PAUSED);
    }

    /** Goes on; nothing happens when it is under way already. */
    public MigrationView resume(String process, UUID id) {
        var view = turn(process, id, MigrationView.State.RUNNING);
        worker.wake();
        return view;
    }

    /** Ends it: what is not moved by now stays where it is. */
    public MigrationView stop(String process, UUID id) {
        return turn(process, id, MigrationView.State.DONE);
    }

    private MigrationView turn(String process, UUID id, MigrationView.State state) {
        get(process, id);
        transactions.execute(() -> {
            if (rows.lock(id).orElseThrow(() -> unknown(id)) == MigrationView.State.DONE) {
                throw new Conflict("Expected a migration that is under way, but it is done.");
            }
            rows.set(id, state, state == MigrationView.State.DONE ? clock.instant() : null);
        });
        return get(id);
    }

    private ProcessInstances.Mover mover(Route route) {
        if (route.from() == route.to()) {
            throw new InvalidField("to", "must be another version than the one they are to leave");
        }
        return instances.mover(route);
    }

    private static NotFound unknown(UUID id) {
        return new NotFound("There is no migration with the id \"%s\".".formatted(id));
    }
}
