package io.ringback.platform.database;

import io.ringback.platform.problem.DatabaseAway;
import io.ringback.platform.run.BackgroundLoop;
import io.ringback.platform.run.InBackground;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Asks the database about twice a second, and besides at each time that it has told, what is due, and sets that off. Every
 * node asks by itself: nothing is lost with a node that dies, or with news that did not arrive.
 */
@Component
class DueWatch implements InBackground {

    private static final Duration AFTER_FAILURE = Duration.ofMillis(500);
    private static final Logger log = LoggerFactory.getLogger(DueWatch.class);

    private final JdbcDueTimes times;
    private final JdbcHeldConnection connection;
    private final Clock clock;
    private final List<Asked> all;
    private final Instant begun;
    private final BackgroundLoop loop =
            new BackgroundLoop("due-watch", "Looking for what is due", this::round, AFTER_FAILURE);

    DueWatch(JdbcDueTimes times, List<DueWork> works, Clock clock, DataSource dataSource) {
        this.times = times;
        this.connection = new JdbcHeldConnection(dataSource);
        this.clock = clock;
        this.all = works.stream().map(Asked::new).toList();
        this.begun = clock.instant();
    }

    @Override
    public BackgroundLoop loop() {
        return loop;
    }

    @Override
    public void stop() {
        InBackground.super.stop();
        connection.giveBack();
    }

    private Duration round() {
        return connection.use(this::look);
    }

    private Duration look() {
        var now = clock.instant();
        var asked = all.stream().filter(work -> work.isToBeAsked(now)).toList();
        if (!asked.isEmpty()) {
            var due = times.of(asked.stream().map(each -> each.work.dueAt()).toList(), now);
            for (int i = 0; i < asked.size(); i++) {
                asked.get(i).told(due.get(i), now);
            }
        }
        return restAfter(now);
    }

    private Duration restAfter(Instant now) {
        return all.stream()
                .map(each -> each.askAt)
                .min(Instant::compareTo)
                .map(next -> Duration.between(now, next).plusMillis(1))
                .orElse(DueWork.REST);
    }

    /** A work, and when to ask for it again. */
    private final class Asked {

        private final DueWork work;
        private Instant askAt = Instant.MIN;

        Asked(DueWork work) {
            this.work = work;
        }

        boolean isToBeAsked(Instant now) {
            return !askAt.isAfter(now) || isSetBack(now);
        }

        /** After a fail-over to a database whose clock is behind. */
        private boolean isSetBack(Instant now) {
            return askAt.isAfter(now.plus(work.noticedWithin()));
        }

        /** The next of the same beats for all, so that many are asked for together. */
        private Instant nextBeat(Instant now) {
            var beat = work.noticedWithin().toMillis();
            return begun.plusMillis((Math.floorDiv(Duration.between(begun, now).toMillis(), beat) + 1) * beat);
        }

        void told(@Nullable Instant dueAt, Instant now) {
            askAt = nextBeat(now);
            if (dueAt == null) {
                return;
            }
            if (dueAt.isAfter(now)) {
                askAt = dueAt.isBefore(askAt) ? dueAt : askAt;
                return;
            }
            try {
                work.due();
            } catch (RuntimeException failure) {
                if (DatabaseAway.isCauseOf(failure)) {
                    throw failure; // for the others it is away, too
                }
                log.warn("{} failed; it is tried again soon", work.getClass().getSimpleName(), failure);
            }
        }
    }
}
