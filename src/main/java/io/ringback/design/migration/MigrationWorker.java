package io.ringback.design.migration;

import io.ringback.audit.Actor;
import io.ringback.platform.database.DueWork;
import io.ringback.platform.problem.DatabaseAway;
import io.ringback.platform.run.BackgroundLoop;
import io.ringback.platform.run.InBackground;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;

/**
 * Moves the instances of migrations in the background, with rests between, so that agents at work hardly notice. One node at
 * a time works on a migration; two would do no harm, since each instance is locked while it is dealt with.
 */
@Component
class MigrationWorker implements InBackground, DueWork {

    private static final int AT_A_TIME = 20;

    /** As often as that an instance may be changed by somebody else while it is its turn. */
    private static final int TRIES = 20;

    /** Longer than a worker takes for a few instances. */
    private static final Duration SILENCE = Duration.ofSeconds(10);

    private static final Duration NOTICED_WITHIN = Duration.ofSeconds(5);
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(50);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    private final UUID me = UUID.randomUUID();
    private final JdbcMigrations rows;
    private final JdbcMigrationCases cases;
    private final ProcessInstances instances;
    private final MigrationSteps steps;
    private final Clock clock;
    private final BackgroundLoop loop =
            new BackgroundLoop("migrations", "Moving cases to another version", this::some, Duration.ofSeconds(5));

    MigrationWorker(
            JdbcMigrations rows,
            JdbcMigrationCases cases,
            ProcessInstances instances,
            MigrationSteps steps,
            Clock clock) {
        this.rows = rows;
        this.cases = cases;
        this.instances = instances;
        this.steps = steps;
        this.clock = clock;
    }

    @Override
    public BackgroundLoop loop() {
        return loop;
    }

    /** There is something to do. */
    void wake() {
        loop.wake();
    }

    @Override
    public String dueAt() {
        return DueWork.atOnceIf(JdbcMigrations.SOME_RUN);
    }

    @Override
    public Duration noticedWithin() {
        return NOTICED_WITHIN;
    }

    @Override
    public void due() {
        loop.wake();
    }

    private Duration some() {
        var now = clock.instant();
        var next = rows.take(me, now, now.minus(SILENCE));
        if (next.isEmpty()) {
            return REST;
        }
        var began = System.nanoTime();
        Actor.as(next.get().by(), () -> some(next.get()));
        return pauseAfter(Duration.ofNanos(System.nanoTime() - began));
    }

    /** Half of the time, so that the database has as much left for everybody else. */
    private static Duration pauseAfter(Duration work) {
        if (work.compareTo(SHORTEST_PAUSE) < 0) {
            return SHORTEST_PAUSE;
        }
        return work.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : work;
    }

    private void some(MigrationView migration) {
        var next = cases.next(migration.id(), AT_A_TIME);
        if (next.isEmpty()) {
            steps.finish(migration.id());
            return;
        }
        var mover = instances.mover(migration.route());
        for (var instance : next) {
            if (!isRunning() || !moved(migration, mover, instance)) {
                return;
            }
        }
    }

    /** False when the migration is paused. */
    private boolean moved(MigrationView migration, ProcessInstances.Mover mover, OpenInstance instance) {
        try {
            return steps.move(migration, mover, instance);
        } catch (CannotMove refused) {
            steps.leave(migration.id(), instance, refused);
        } catch (ConcurrencyFailureException lost) {
            if (cases.later(migration.id(), instance.id()) >= TRIES) {
                steps.leave(migration.id(), instance, alwaysChanging(instance, lost));
            }
        } catch (RuntimeException failure) {
            if (DatabaseAway.isCauseOf(failure)) {
                throw failure;
            }
            steps.leave(migration.id(), instance, failed(instance, failure));
        }
        return true;
    }

    private static CannotMove alwaysChanging(OpenInstance instance, Throwable lost) {
        return new CannotMove(instance.elementId(), Hindrance.ALWAYS_CHANGED, List.of(String.valueOf(TRIES)), lost);
    }

    private static CannotMove failed(OpenInstance instance, RuntimeException failure) {
        return new CannotMove(
                instance.elementId(),
                Hindrance.ENGINE,
                List.of(failure.getClass().getSimpleName()),
                failure);
    }
}
