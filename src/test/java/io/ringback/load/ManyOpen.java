package io.ringback.load;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Open callbacks by the million, made by the database from nothing: rows without processes. Half of them are on the first
 * list, and each list after it has fewer than the one before.
 */
final class ManyOpen {

    /** What programs ask for at such a size, beside the pages that people see. */
    static final List<String> ADDRESSES = List.of(
            "/api/v1/callbacks?overdue=true",
            "/api/v1/callbacks?overdue=true&order=NEWEST",
            "/api/v1/callbacks?overdue=true&listId=busy-speed-list-1",
            "/api/v1/callbacks?overdue=true&listId=busy-speed-list-9&order=NEWEST",
            "/api/v1/callbacks?open=true&order=NEWEST",
            "/api/v1/callbacks?open=true&listId=busy-speed-list-1",
            "/api/v1/callbacks?status=SCHEDULED&listId=busy-speed-list-1",
            "/api/v1/callbacks?status=WAITING&order=NEWEST",
            "/api/v1/callbacks?setAside=true",
            "/supervision/cases?state=OVERDUE",
            "/api/v1/board",
            "/api/v1/lists",
            "/actuator/prometheus");

    /** Within this time the engine's timers mark what has become overdue; there is no process here that does. */
    private static final Duration MARKED_WITHIN = Duration.ofMillis(500);

    private static final int AT_ONCE = 50_000;

    private final JdbcClient owner;
    private final int open;
    private final int scheduled;

    /** @param scheduled how many of the open ones wait for a time of their own; it has come for one in 900 of them */
    ManyOpen(JdbcClient owner, int open, int scheduled) {
        this.owner = owner;
        this.open = open;
        this.scheduled = scheduled;
    }

    /** Marks what becomes overdue, until it is closed. */
    ScheduledExecutorService marking() {
        var marking = Executors.newSingleThreadScheduledExecutor();
        marking.scheduleWithFixedDelay(
                () -> owner.sql("""
                                UPDATE ringback.callback SET overdue = true WHERE id = ANY (ARRAY(
                                    SELECT due.id FROM ringback.callback_list list
                                    CROSS JOIN LATERAL (
                                        SELECT id FROM ringback.callback
                                        WHERE list_id = list.id AND closed_at IS NULL AND due_at <= now() AND NOT overdue
                                        OFFSET 0) due))""").update(), 0, MARKED_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
        return marking;
    }

    /** Due between two hours ago and 32 to come; those that have been for a minute are marked overdue. */
    void fill(int lists) {
        owner.sql("ALTER TABLE ringback.callback DISABLE TRIGGER USER").update();
        for (int first = 0; first < open; first += AT_ONCE) {
            owner.sql("""
                            INSERT INTO ringback.callback
                                (id, list_id, phone_number, source, created_at, status, eligible_at, due_at, expires_at,
                                 priority_at, overdue)
                            SELECT gen_random_uuid(), 'busy-speed-list-' || list, '+358' || 700000000 + n, 'IVR', created,
                                   CASE WHEN n < :scheduled THEN 'SCHEDULED' ELSE 'WAITING' END,
                                   CASE WHEN n < :scheduled AND n % 900 > 0 THEN now() + interval '1 hour' ELSE created END,
                                   due, due + interval '12 hours', due, due < now() - interval '1 minute'
                            FROM (SELECT n,
                                         CASE n % 2 WHEN 0 THEN 1 ELSE 1 + floor(:lists * power(random(), 3))::int END AS list,
                                         now() - random() * interval '24 hours' AS created,
                                         now() + (random() * 34 - 2) * interval '1 hour' AS due
                                  FROM generate_series(:first::int, :last::int) n) made""")
                    .param("lists", lists)
                    .param("scheduled", scheduled)
                    .param("first", first)
                    .param("last", Math.min(first + AT_ONCE, open) - 1)
                    .update();
        }
        owner.sql("ALTER TABLE ringback.callback ENABLE TRIGGER USER").update();
        owner.sql("INSERT INTO ringback.callback_sought (callback_id, words)"
                        + " SELECT id, substr(phone_number, 2) FROM ringback.callback ON CONFLICT DO NOTHING")
                .update();
        owner.sql("SELECT ringback.rebuild_list_tally()").query(row -> {});
    }
}
