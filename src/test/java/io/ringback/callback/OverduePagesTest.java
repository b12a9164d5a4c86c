package io.ringback.callback;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.ringback.support.TestDatabase;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** However many callbacks are open, a page of overdue ones reads little more than it shows. */
@Tag("server")
class OverduePagesTest {

    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");
    private static final int SHOWN = 51;
    private static final int UNMARKED = 10;

    private final JdbcCallbackRow row = new JdbcCallbackRow(new ObjectMapper());

    @ParameterizedTest
    @CsvSource({"NEWEST, ", "NEWEST, overdue-0", "OLDEST, ", "OLDEST, overdue-0"})
    void littleMoreIsReadThanIsShown(CallbackOrder order, @Nullable String list) {
        TestDatabase.migrated().inOneTransaction(jdbc -> {
            given(jdbc);

            var before = read(jdbc);
            var page = page(jdbc, order, list);

            assertThat(read(jdbc) - before).isLessThan(5 * SHOWN);
            assertThat(page).hasSize(SHOWN).allMatch(callback -> callback.isLate(NOW));
            assertThat(page.stream().filter(callback -> !callback.overdue()))
                    .as("those that are not marked yet")
                    .hasSize(order == CallbackOrder.NEWEST ? (list == null ? 2 : 1) * UNMARKED : 0);
        });
    }

    private List<Callback> page(JdbcClient jdbc, CallbackOrder order, @Nullable String list) {
        var filter = new CallbackFilter(list, null, Set.of(), null, null, true, null, null, null);
        return new JdbcCallbackPages(jdbc, row).page(filter, order, null, SHOWN, NOW);
    }

    /** Two lists; a third of their callbacks are overdue, the newest of these not marked so yet; newer and older ones are not. */
    private static void given(JdbcClient jdbc) {
        jdbc.sql("""
                        INSERT INTO ringback.callback_list
                            (id, name, region, zone, allocation_order, due_after_ms, expires_after_ms, created_at)
                        SELECT 'overdue-' || n, 'Overdue', 'FI', 'Europe/Helsinki', 'DUE', 1, 2, :now::timestamptz
                        FROM generate_series(0, 1) n""").param("now", Timestamp.from(NOW)).update();
        callbacks(jdbc, 1, 3_000, Duration.ofHours(-72), Duration.ofHours(1), false);
        callbacks(jdbc, 3_001, 6_000, Duration.ofHours(-48), Duration.ofHours(-1), true);
        callbacks(jdbc, 6_001, 6_000 + 2 * UNMARKED, Duration.ofHours(-30), Duration.ofMillis(-1), false);
        callbacks(jdbc, 7_001, 10_000, Duration.ofHours(-24), Duration.ofHours(1), false);
        jdbc.sql("ANALYZE ringback.callback").update();
    }

    private static void callbacks(
            JdbcClient jdbc, int first, int last, Duration created, Duration due, boolean marked) {
        jdbc.sql("""
                        INSERT INTO ringback.callback
                            (id, list_id, phone_number, source, created_at, status, eligible_at, due_at, expires_at,
                             priority_at, overdue)
                        SELECT gen_random_uuid(), 'overdue-' || n % 2, '+35840' || 1000000 + n, 'IVR', :created::timestamptz,
                               'WAITING', :created, :due::timestamptz, :due::timestamptz + interval '1 day', :due, :marked
                        FROM generate_series(:first::int, :last::int) n""")
                .param("created", Timestamp.from(NOW.plus(created)))
                .param("due", Timestamp.from(NOW.plus(due)))
                .param("marked", marked)
                .param("first", first)
                .param("last", last)
                .update();
    }

    /** Callbacks that this transaction has read so far, by indexes or without. */
    private static long read(JdbcClient jdbc) {
        return jdbc.sql("""
                        SELECT seq_tup_read + coalesce(idx_tup_fetch, 0) FROM pg_stat_xact_user_tables
                        WHERE relid = 'ringback.callback'::regclass""").query(Long.class).single();
    }
}
