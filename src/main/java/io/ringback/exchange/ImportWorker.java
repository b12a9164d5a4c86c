package io.ringback.exchange;

import io.ringback.audit.Actor;
import io.ringback.platform.run.BackgroundLoop;
import io.ringback.platform.run.InBackground;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.stereotype.Component;

/**
 * Works off confirmed files in the background, so that agents at work hardly notice: one file of an account at a time, and
 * those of several accounts some rows each in turn. Two workers on one file do no harm: each row is locked while it is
 * dealt with.
 */
@Component
class ImportWorker implements InBackground {

    private static final int AT_A_TIME = 100;
    /** So many in one transaction: others who want the same list or number wait no longer than these take. */
    private static final int TOGETHER = 25;

    /** Longer than a worker takes for a few rows, however busy the database. */
    private static final Duration SILENCE = Duration.ofMinutes(1);

    private static final Duration REST = Duration.ofSeconds(30);
    private static final Duration SHORT_REST = Duration.ofSeconds(1);

    private final JdbcImportQueue queue;
    private final JdbcImportRows rows;
    private final ImportSteps steps;
    private final Clock clock;
    private final Set<UUID> started = ConcurrentHashMap.newKeySet();
    private final BackgroundLoop loop =
            new BackgroundLoop("imports", "Importing", this::someRows, Duration.ofSeconds(5));

    ImportWorker(JdbcImportQueue queue, JdbcImportRows rows, ImportSteps steps, Clock clock) {
        this.queue = queue;
        this.rows = rows;
        this.steps = steps;
        this.clock = clock;
    }

    @Override
    public BackgroundLoop loop() {
        return loop;
    }

    /** As soon as it is its turn. */
    void start(UUID importId) {
        started.add(importId);
        loop.wake();
    }

    /** There may be something that another node has left behind. */
    void wake() {
        loop.wake();
    }

    private Duration someRows() {
        var next = queue.nextToImport(Set.copyOf(started), clock.instant().minus(SILENCE));
        if (next.isEmpty()) {
            started.retainAll(queue.unfinished(started)); // another node may have finished some
            return started.isEmpty() ? REST : SHORT_REST;
        }
        started.add(next.get()); // also what another node has left behind is ours from now on
        var account = steps.begin(next.get());
        if (account.isEmpty()) {
            started.remove(next.get());
            return Duration.ZERO;
        }
        var done = new AtomicBoolean();
        Actor.as(account.get(), () -> done.set(someRows(next.get())));
        return done.get() ? Duration.ZERO : SHORT_REST;
    }

    /** False when it is better to try again later. */
    private boolean someRows(UUID importId) {
        var next = rows.next(importId, AT_A_TIME);
        var done = next.isEmpty();
        if (done) {
            steps.finish(importId);
            started.remove(importId);
        }
        for (var some : together(next)) {
            done |= isRunning() && steps.take(importId, some);
        }
        return done;
    }

    /** What is merged comes by itself: what it is merged into must be finished before. */
    private static List<List<Integer>> together(List<JdbcImportRows.Next> rows) {
        var groups = new ArrayList<List<Integer>>();
        List<Integer> group = new ArrayList<>();
        for (var next : rows) {
            if (!next.isNew() || group.size() == TOGETHER) {
                groups.add(group);
                group = new ArrayList<>();
            }
            group.add(next.row());
            if (!next.isNew()) {
                groups.add(group);
                group = new ArrayList<>();
            }
        }
        groups.add(group);
        groups.removeIf(List::isEmpty);
        return groups;
    }
}
