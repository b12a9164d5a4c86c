package io.ringback.office.board;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.support.TestDatabase;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What has happened on all lists is read from the quarters of all together, and is what the lists say one by one. */
@Tag("server")
class QuartersOfAllListsTest {

    private static final Instant FROM = Instant.parse("2025-01-06T00:00:00Z");
    private static final List<Instant> HOURS = Stream.iterate(FROM, hour -> hour.plus(Duration.ofHours(1)))
            .limit(25)
            .toList();
    private static final int QUARTERS = 96;

    @Test
    void allListsTogetherHadWhatEachOfThemHad() {
        TestDatabase.migrated().inOneTransaction(jdbc -> {
            given(jdbc, 20);
            var counts = new JdbcBoardCounts(jdbc);

            var together = counts.within(HOURS);

            assertThat(together).hasSize(24).isEqualTo(counts.within(HOURS, listsThatAreNotArchived(jdbc)));
            assertThat(together.get(0))
                    .satisfies(first -> assertThat(first.resolved()).isPositive());
        });
    }

    @Test
    void ofTheListsOnlyThoseArchivedAreRead() {
        TestDatabase.migrated().inOneTransaction(jdbc -> {
            given(jdbc, 20);

            var before = read(jdbc);
            new JdbcBoardCounts(jdbc).within(HOURS);

            assertThat(read(jdbc) - before).isEqualTo(QUARTERS);
        });
    }

    @Test
    void whatIsCountedAnewIsNotCountedTwice() {
        TestDatabase.migrated().inOneTransaction(jdbc -> {
            given(jdbc, 3);

            jdbc.sql("DELETE FROM ringback.list_quarter").update();

            assertThat(jdbc.sql("SELECT count(*) FROM ringback.all_quarter")
                            .query(Long.class)
                            .single())
                    .isZero();
        });
    }

    /** So many lists with something in each quarter of a day, the first of them archived since. */
    private static void given(JdbcClient jdbc, int lists) {
        jdbc.sql("""
                        INSERT INTO ringback.callback_list
                            (id, name, region, zone, allocation_order, due_after_ms, expires_after_ms, created_at, archived_at)
                        SELECT 'quarters-' || n, 'Quarters', 'FI', 'Europe/Helsinki', 'DUE', 1, 2, now(),
                               CASE n WHEN 0 THEN now() END
                        FROM generate_series(0, ?::int - 1) n""").param(lists).update();
        jdbc.sql("""
                        INSERT INTO ringback.list_quarter
                        SELECT 'quarters-' || n, ?::timestamptz + quarter * interval '15 minutes', n, 1, quarter, 2, 3, 4, 5, 6, 7, 8, 9
                        FROM generate_series(0, ?::int - 1) n, generate_series(0, ?::int - 1) quarter""").params(Timestamp.from(FROM), lists, QUARTERS).update();
        jdbc.sql("ANALYZE ringback.list_quarter, ringback.callback_list").update();
    }

    private static List<String> listsThatAreNotArchived(JdbcClient jdbc) {
        return jdbc.sql("SELECT id FROM ringback.callback_list WHERE archived_at IS NULL")
                .query(String.class)
                .list();
    }

    /** Rows of {@code list_quarter} that this transaction has read so far, by its index or without. */
    private static long read(JdbcClient jdbc) {
        return jdbc.sql("""
                        SELECT seq_tup_read + coalesce(idx_tup_fetch, 0) FROM pg_stat_xact_user_tables
                        WHERE relid = 'ringback.list_quarter'::regclass""").query(Long.class).single();
    }
}
