package io.ringback.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.allocation.SmallCentre.Waiter;
import io.ringback.allocation.SmallCentre.Waiting;
import io.ringback.support.RandomCases;
import io.ringback.support.RingbackTest;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The SQL that finds who gets what says the same as {@link SmallCentre}, in thousands of made-up cases. */
@RingbackTest
class AllocationSqlTest {

    private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");
    private static final int EVERYBODY = 100_000;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private JdbcCandidates candidates;

    @Autowired
    private PlatformTransactionManager transactions;

    private final AtomicInteger cases = new AtomicInteger();

    @Test
    void theOldestCallbackAndTheLongestIdleAgentAreFoundAsTheModelSays() {
        RandomCases.each(
                15,
                random -> new TransactionTemplate(transactions).executeWithoutResult(nothingOfItStays -> {
                    nothingOfItStays.setRollbackOnly();
                    var centre = SmallCentre.random(random, "sql-" + random.nextInt(1_000_000), START, 6, 120, 12);
                    write(centre);
                    for (int i = 0; i < 25; i++) {
                        compare(centre, random, START.plusSeconds(60L * random.nextInt(70)));
                    }
                }));

        assertThat(cases.get()).isGreaterThan(4_000);
    }

    @Test
    void theTurnsOfAListComeStraightFromTheirIndex() {
        var plan = new TransactionTemplate(transactions).execute(look -> {
            jdbc.sql("SET LOCAL enable_seqscan = off")
                    .update(); // there are too few rows here for an index to be worth it
            jdbc.sql("SET LOCAL enable_bitmapscan = off").update();
            return String.join(
                    "\n",
                    jdbc.sql("""
                            EXPLAIN SELECT c.id FROM ringback.callback c
                            WHERE c.list_id = 'any' AND c.status = 'WAITING' AND c.set_aside_at IS NULL
                            ORDER BY %s LIMIT 5""".formatted(JdbcCandidates.TURN.formatted("c")))
                            .query(String.class)
                            .list());
        });

        assertThat(plan).contains("using callback_turn").doesNotContain("Sort");
    }

    private void compare(SmallCentre centre, Random random, Instant now) {
        for (var agent : centre.agents()) {
            var oldest = centre.oldest(agent, now).stream().map(Waiting::id).toList();
            var limit = 1 + random.nextInt(20);
            assertThat(candidates.oldest(agent.id(), now, limit).stream().map(Candidate::id))
                    .as("the oldest for %s at %s", agent, now)
                    .containsExactlyElementsOf(oldest.stream().limit(limit).toList());
            if (!oldest.isEmpty()) {
                var all = candidates.oldest(agent.id(), now, EVERYBODY);
                var locked = candidates.lockFirst(all, agent.id(), now);
                assertThat(locked.map(seen -> seen.callback().id()))
                        .as("the next for %s at %s", agent, now)
                        .isEqualTo(centre.next(agent, now).map(Waiting::id));
                assertThat(locked.map(Seen::eligible).orElse(0))
                        .as("how many %s could be given at %s", agent, now)
                        .isIn(0, Math.min(oldest.size(), Seen.MOST_COUNTED + 1));
            }
            cases.incrementAndGet();
        }
        var ours = centre.agents().stream().map(Waiter::id).toList();
        assertThat(candidates.idleAgentsWithWork(now, EVERYBODY).stream().filter(ours::contains))
                .as("idle with work at %s", now)
                .isEqualTo(centre.idleWithWork(now).stream().map(Waiter::id).toList());
    }

    private void write(SmallCentre centre) {
        centre.lists().forEach(this::writeList);
        centre.agents().forEach(agent -> writeAgent(agent, centre));
        int number = 0;
        for (var callback : centre.callbacks()) {
            writeCallback(callback, "+35840" + (1_000_000 + number++));
        }
    }

    private void writeList(String id) {
        jdbc.sql("""
                        INSERT INTO ringback.callback_list
                            (id, name, region, zone, allocation_order, due_after_ms, expires_after_ms, created_at)
                        VALUES (?, 'Made up', 'FI', 'Europe/Helsinki', 'DUE', 1, 2, ?)""").params(id, Timestamp.from(START)).update();
    }

    private void writeAgent(Waiter agent, SmallCentre centre) {
        jdbc.sql("""
                        INSERT INTO ringback.account (id, name, password_hash, roles, created_at)
                        VALUES (?, 'Made up', '-', ARRAY['AGENT'], ?)""").params(agent.id(), Timestamp.from(START)).update();
        var idle = timestamp(agent.idleSince());
        jdbc.sql("INSERT INTO ringback.agent (id, reception_id, receiving_since, idle_since) VALUES (?, ?, ?, ?)")
                .params(agent.id(), idle == null ? null : UUID.randomUUID(), idle, idle)
                .update();
        centre.lists()
                .forEach(
                        list -> jdbc.sql("INSERT INTO ringback.list_agent (list_id, agent_id, active) VALUES (?, ?, ?)")
                                .params(list, agent.id(), agent.joined().contains(list))
                                .update());
    }

    private void writeCallback(Waiting callback, String number) {
        var aside = callback.setAside() ? Timestamp.from(START) : null;
        jdbc.sql("""
                        INSERT INTO ringback.callback
                            (id, list_id, phone_number, source, created_at, status, eligible_at, offer_until, due_at,
                             expires_at, priority_at, time_agreed, released_by, set_aside_at, set_aside_because,
                             expedited_at, kept_for, kept_until, priority)
                        VALUES (?, ?, ?, 'IVR', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        callback.id(),
                        callback.list(),
                        number,
                        Timestamp.from(callback.createdAt()),
                        callback.scheduled() ? "SCHEDULED" : "WAITING",
                        Timestamp.from(callback.eligibleAt()),
                        timestamp(callback.offerUntil()),
                        Timestamp.from(callback.eligibleAt()),
                        Timestamp.from(callback.expiresAt()),
                        Timestamp.from(callback.priorityAt()),
                        callback.agreed(),
                        callback.releasedBy(),
                        aside,
                        aside == null ? null : "made up",
                        timestamp(callback.expeditedAt()),
                        callback.keptFor(),
                        timestamp(callback.keptUntil()),
                        callback.priority())
                .update();
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant at) {
        return at == null ? null : Timestamp.from(at);
    }
}
