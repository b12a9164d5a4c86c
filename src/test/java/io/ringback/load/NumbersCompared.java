package io.ringback.load;

import io.ringback.list.ListNumbers;
import io.ringback.list.LiveNumbers;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The live numbers as the server tells them, and what counting every open callback says. */
final class NumbersCompared {

    private final JdbcClient jdbc;
    private final LiveNumbers numbers;
    private final HeldClock clock;
    private final TransactionTemplate snapshot;
    private final List<String> lists;

    NumbersCompared(
            JdbcClient jdbc, LiveNumbers numbers, HeldClock clock, PlatformTransactionManager transactions, int lists) {
        this.jdbc = jdbc;
        this.numbers = numbers;
        this.clock = clock;
        this.snapshot = new TransactionTemplate(transactions);
        this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.lists = IntStream.range(0, lists).mapToObj("numbers-%d"::formatted).toList();
    }

    List<String> lists() {
        return lists;
    }

    Map<String, ListNumbers> of(List<String> some) {
        return numbers.of(some);
    }

    Map<String, ListNumbers> recount(List<String> some) {
        return recount(some, clock.instant());
    }

    /** Does the work, which uses other connections, while one holds on to a snapshot from before. */
    void inOneSnapshot(Runnable work) {
        snapshot.executeWithoutResult(status -> {
            jdbc.sql("SELECT count(*) FROM ringback.callback_list")
                    .query(Long.class)
                    .single();
            CompletableFuture.runAsync(work).join();
        });
    }

    /** The plain count that the numbers are to equal; as it was before there were tallies. */
    Map<String, ListNumbers> recount(List<String> some, Instant now) {
        var counted = new HashMap<String, ListNumbers>();
        jdbc.sql("""
                        SELECT list.id, serving.n AS serving, open.n AS open, open.due, open.expiring
                        FROM unnest(?::text[]) AS list (id)
                        CROSS JOIN LATERAL (
                            SELECT count(*) AS n
                            FROM ringback.list_agent la JOIN ringback.agent ON agent.id = la.agent_id
                            WHERE la.list_id = list.id AND la.active AND agent.reception_id IS NOT NULL) serving
                        CROSS JOIN LATERAL (
                            SELECT count(*) AS n,
                                   count(*) FILTER (WHERE due_at <= ?) AS due,
                                   count(*) FILTER (WHERE expires_at <= ?) AS expiring
                            FROM ringback.callback c
                            WHERE c.list_id = list.id AND c.closed_at IS NULL) open""")
                .params(
                        some.toArray(String[]::new),
                        Timestamp.from(now.plus(Duration.ofHours(1))),
                        Timestamp.from(now.plus(Duration.ofHours(24))))
                .query(row -> {
                    counted.put(
                            row.getString("id"),
                            new ListNumbers(
                                    row.getLong("serving"),
                                    row.getLong("open"),
                                    row.getLong("due"),
                                    row.getLong("expiring")));
                });
        return counted;
    }

    /** How many lists differ from a recount in the same snapshot, at the same time. */
    long differing() {
        var now = clock.hold();
        try {
            var found = snapshot.execute(status -> {
                var told = numbers.of(lists);
                var counted = recount(lists, now);
                return lists.stream()
                        .filter(list -> !Objects.equals(told.get(list), counted.get(list)))
                        .count();
            });
            return found == null ? lists.size() : found;
        } finally {
            clock.letGo();
        }
    }
}
