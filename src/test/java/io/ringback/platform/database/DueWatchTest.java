package io.ringback.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ringback.support.TestDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What is due is set off when it is due. */
@Tag("server")
class DueWatchTest {

    private final TestDatabase database = TestDatabase.create();
    private final DriverManagerDataSource source = new DriverManagerDataSource(database.url());
    private final DatabaseClock told = new DatabaseClock(System::nanoTime, InstantSource.system());
    private DueWatch watch = watching();

    @AfterEach
    void stop() {
        watch.stop();
    }

    @Test
    void whatIsDueAtATimeIsSetOffThenAndNotAtTheNextLook() {
        var due = Clock.systemUTC().instant().plusSeconds(2);
        var work = new Counted("'%s'::timestamptz".formatted(due), Duration.ofMinutes(1));

        watch = watching(work);

        await().pollInterval(Duration.ofMillis(20))
                .atMost(Duration.ofSeconds(30))
                .until(() -> work.times.get() > 0);
        assertThat(Duration.between(due, Clock.systemUTC().instant())).isBetween(Duration.ZERO, Duration.ofSeconds(20));
    }

    @Test
    void whatIsNotDueIsLeftAlone() {
        var never = new Counted("NULL::timestamptz", Duration.ofMillis(20));
        var atOnce = new Counted(DueWork.atOnceIf("true"), Duration.ofMillis(20));

        watch = watching(never, atOnce);

        await().atMost(Duration.ofSeconds(30)).until(() -> atOnce.times.get() > 5);
        assertThat(never.times).hasValue(0);
    }

    @Test
    void aFailureOfOneStopsNoneOfTheOthers() {
        var failing = new Counted(DueWork.atOnceIf("true"), Duration.ofMillis(20)) {
            @Override
            public void due() {
                throw new IllegalStateException("fails");
            }
        };
        var other = new Counted(DueWork.atOnceIf("true"), Duration.ofMillis(20));

        watch = watching(failing, other);

        await().atMost(Duration.ofSeconds(30)).until(() -> other.times.get() > 5);
    }

    @Test
    void goesOnAfterItsConnectionWasKilled() {
        var work = new Counted(DueWork.atOnceIf("true"), Duration.ofMillis(20));
        watch = watching(work);
        await().atMost(Duration.ofSeconds(30)).until(() -> work.times.get() > 0);

        JdbcClient.create(source)
                .sql("SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity"
                        + " WHERE datname = current_database() AND pid <> pg_backend_pid()")
                .query(Long.class)
                .single();
        var before = work.times.get();

        await().atMost(Duration.ofSeconds(30)).until(() -> work.times.get() > before + 2);
    }

    @Test
    void theClockOfTheDatabaseIsReadWithWhatIsDue() {
        watch = watching(new Counted(DueWork.atOnceIf("true"), Duration.ofMillis(20)));

        await().atMost(Duration.ofSeconds(30)).ignoreExceptions().until(() -> told.instant() != null);
        assertThat(told.instant()).isBetween(databaseTime().minusSeconds(20), databaseTime());
    }

    private Instant databaseTime() {
        return JdbcClient.create(source)
                .sql("SELECT clock_timestamp()")
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }

    private DueWatch watching(DueWork... works) {
        var made = new DueWatch(
                new JdbcDueTimes(JdbcClient.create(source), told), List.of(works), Clock.systemUTC(), source);
        if (works.length > 0) {
            made.start();
        }
        return made;
    }

    private static class Counted implements DueWork {

        private final AtomicInteger times = new AtomicInteger();
        private final String dueAt;
        private final Duration within;

        Counted(String dueAt, Duration within) {
            this.dueAt = dueAt;
            this.within = within;
        }

        @Override
        public String dueAt() {
            return dueAt;
        }

        @Override
        public Duration noticedWithin() {
            return within;
        }

        @Override
        public void due() {
            times.incrementAndGet();
        }
    }
}
