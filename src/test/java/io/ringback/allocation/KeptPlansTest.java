package io.ringback.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.callback.CallersStories;
import io.ringback.list.LiveNumbers;
import io.ringback.support.Centre;
import io.ringback.support.RingbackTest;
import io.ringback.support.StatementLog;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The plans that are kept for the steps of a case ({@code PlannedOnce}) go by indexes, however many callbacks wait. */
@RingbackTest
@Import(StatementLog.class)
class KeptPlansTest {

    @Autowired
    private Centre centre;

    @Autowired
    private JdbcCandidates candidates;

    @Autowired
    private LiveNumbers numbers;

    @Autowired
    private CallersStories stories;

    @Autowired
    private StatementLog statements;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    @ParameterizedTest
    @ValueSource(ints = {1, 50})
    void whatIsAskedInTheStepsOfACaseIsReadByIndexes(int lists) {
        var agent = centre.agentOn(centre.list());
        new TransactionTemplate(transactions).executeWithoutResult(nothingOfItStays -> {
            nothingOfItStays.setRollbackOnly();
            var ids = manyWaiting(agent, lists);
            var now = Instant.now();

            var sent = statements.during(() -> {
                var oldest = candidates.oldest(agent, now, 8);
                assertThat(oldest).hasSize(8);
                var given =
                        candidates.lockFirst(oldest, agent, now).orElseThrow().callback();
                stories.of(given, agent);
                numbers.of(ids);
            });

            assertThat(sent).hasSize(4);
            assertThat(plan(sent.get(0)))
                    .contains("using callback_turn")
                    .doesNotContain("Seq Scan on callback", "Seq Scan on list_agent");
            assertThat(sent.subList(1, 4))
                    .allSatisfy(each -> assertThat(plan(each))
                            .doesNotContain("Seq Scan on callback", "Seq Scan on attempt", "Seq Scan on list_change"));
        });
    }

    private List<String> manyWaiting(String agent, int lists) {
        jdbc.update("UPDATE ringback.list_agent SET active = false WHERE agent_id = ?", agent);
        jdbc.update("""
                INSERT INTO ringback.callback_list
                    (id, name, region, zone, allocation_order, due_after_ms, expires_after_ms, created_at)
                SELECT 'plans-' || n, 'Made up', 'FI', 'Europe/Helsinki', 'DUE', 1, 2, now() FROM generate_series(1, ?) n""", lists);
        jdbc.update("""
                INSERT INTO ringback.list_agent (list_id, agent_id, active)
                SELECT 'plans-' || n, ?, true FROM generate_series(1, ?) n""", agent, lists);
        jdbc.update("""
                INSERT INTO ringback.callback
                    (id, list_id, phone_number, source, created_at, status, eligible_at, due_at, expires_at, priority_at)
                SELECT gen_random_uuid(), 'plans-' || (1 + n %% %d), '+35850' || (1000000 + n), 'IVR', at, 'WAITING', at,
                       at + interval '1 h', now() + interval '1 day', at + interval '1 h'
                FROM generate_series(1, 10000) n CROSS JOIN LATERAL (SELECT now() - n * interval '1 s' AS at) asked""".formatted(lists));
        return IntStream.rangeClosed(1, lists).mapToObj(n -> "plans-" + n).toList();
    }

    private String plan(String sent) {
        var parts = sent.substring(sent.indexOf('×') + 1).strip().split("\\?", -1);
        var numbered = IntStream.range(1, parts.length)
                .mapToObj(number -> "$" + number + parts[number])
                .collect(Collectors.joining("", parts[0], ""));
        jdbc.execute("SET LOCAL plan_cache_mode = force_generic_plan");
        jdbc.execute("PREPARE kept_plan AS " + numbered);
        try {
            return String.join(
                    "\n",
                    jdbc.queryForList(
                            "EXPLAIN EXECUTE kept_plan (%s)"
                                    .formatted(String.join(", ", Collections.nCopies(parts.length - 1, "NULL"))),
                            String.class));
        } finally {
            jdbc.execute("DEALLOCATE kept_plan");
        }
    }
}
