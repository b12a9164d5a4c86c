package io.ringback.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.support.TestDatabase;
import java.sql.Timestamp;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever looks for work looks at what is scheduled on their own lists, however much has become eligible on others. */
@Tag("server")
class ScheduledOfAListTest {

    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");

    @ParameterizedTest
    @ValueSource(strings = {"force_custom_plan", "force_generic_plan"})
    void whatIsScheduledOnOtherListsIsNotRead(String plans) {
        TestDatabase.migrated().inOneTransaction(jdbc -> {
            given(jdbc);
            jdbc.sql("SET LOCAL plan_cache_mode = " + plans).update();

            var found = jdbc.sql(JdbcCandidates.OLDEST)
                    .param("agent", "scheduled")
                    .param("now", Timestamp.from(NOW))
                    .param("limit", 5)
                    .query((row, number) -> row.getString("id"))
                    .list();

            assertThat(found).hasSize(5);
            assertThat(entriesRead(jdbc, "callback_next_eligible")).isZero();
            assertThat(entriesRead(jdbc, "callback_scheduled")).isBetween(20L, 100L);
        });
    }

    /**
     * An agent on 20 of 40 lists. Of 8,000 scheduled callbacks, 1,000 have become eligible since the planner last took its
     * statistics, one of them on each list of the agent.
     */
    private static void given(JdbcClient jdbc) {
        jdbc.sql("""
                        INSERT INTO ringback.callback_list
                            (id, name, region, zone, allocation_order, due_after_ms, expires_after_ms, created_at)
                        SELECT 'scheduled-' || n, 'Scheduled', 'FI', 'Europe/Helsinki', 'DUE', 1, 2, now()
                        FROM generate_series(0, 39) n""").update();
        jdbc.sql("""
                        INSERT INTO ringback.account (id, name, password_hash, roles, created_at)
                        VALUES ('scheduled', 'Scheduled', '-', '{AGENT}', now())""").update();
        jdbc.sql("INSERT INTO ringback.agent (id) VALUES ('scheduled')").update();
        jdbc.sql("""
                        INSERT INTO ringback.list_agent (list_id, agent_id, active)
                        SELECT 'scheduled-' || n, 'scheduled', true FROM generate_series(0, 19) n""").update();
        scheduled(jdbc, 1, 7_000, "1 hour", 0);
        jdbc.sql("ANALYZE ringback.callback, ringback.list_agent").update();
        scheduled(jdbc, 7_001, 7_020, "-1 minute", 0);
        scheduled(jdbc, 7_021, 8_000, "-1 minute", 20);
    }

    private static void scheduled(JdbcClient jdbc, int first, int last, String eligibleIn, int firstList) {
        jdbc.sql("""
                        INSERT INTO ringback.callback
                            (id, list_id, phone_number, source, created_at, status, eligible_at, due_at, expires_at,
                             priority_at)
                        SELECT gen_random_uuid(), 'scheduled-' || :firstList::int + n % 20, '+35840' || 1000000 + n, 'IVR',
                               at, 'SCHEDULED', at, at, at + interval '1 day', at
                        FROM generate_series(:first::int, :last::int) n, (SELECT :now::timestamptz + :in::interval AS at) t""")
                .param("firstList", firstList)
                .param("first", first)
                .param("last", last)
                .param("now", Timestamp.from(NOW))
                .param("in", eligibleIn)
                .update();
    }

    private static long entriesRead(JdbcClient jdbc, String index) {
        return jdbc.sql("SELECT pg_stat_get_xact_tuples_returned(?::regclass)")
                .param("ringback." + index)
                .query(Long.class)
                .single();
    }
}
