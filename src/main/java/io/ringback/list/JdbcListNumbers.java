package io.ringback.list;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The numbers of the lists, from the tally of each list, what has changed since it was made, and what lies between the
 * moments it was made for and those asked about. Each statement sees all three in one snapshot.
 */
@Repository
class JdbcListNumbers {

    private static final Duration DUE_WITHIN = Duration.ofHours(1);
    private static final Duration EXPIRES_WITHIN = Duration.ofHours(24);

    /** Between the moment the tally was made for and the one asked about, whichever comes first. */
    private static final String DUE_BETWEEN = """
            c.due_at > least(tally.due_until, :dueUntil::timestamptz)
                  AND c.due_at <= greatest(tally.due_until, :dueUntil::timestamptz)""";

    private static final String EXPIRING_BETWEEN = """
            c.expires_at > least(tally.expires_until, :expiresUntil::timestamptz)
                  AND c.expires_at <= greatest(tally.expires_until, :expiresUntil::timestamptz)""";

    private static final String NUMBERS = """
            SELECT list.id,
                   tally.open + change.open AS open,
                   tally.due + change.due + due.n AS due,
                   tally.expiring + change.expiring + expiring.n AS expiring
            FROM unnest(:lists::text[]) AS list (id)
            JOIN ringback.list_tally tally ON tally.list_id = list.id
            CROSS JOIN LATERAL (
                SELECT coalesce(sum(n), 0) AS open,
                       coalesce(sum(n) FILTER (WHERE due_at <= tally.due_until), 0) AS due,
                       coalesce(sum(n) FILTER (WHERE expires_at <= tally.expires_until), 0) AS expiring
                FROM ringback.list_change WHERE list_id = list.id) change
            CROSS JOIN LATERAL (
                SELECT count(*) * CASE WHEN tally.due_until <= :dueUntil::timestamptz THEN 1 ELSE -1 END AS n
                FROM ringback.callback c
                WHERE c.list_id = list.id AND c.closed_at IS NULL
                  AND %s) due
            CROSS JOIN LATERAL (
                SELECT count(*) * CASE WHEN tally.expires_until <= :expiresUntil::timestamptz THEN 1 ELSE -1 END AS n
                FROM ringback.callback c
                WHERE c.list_id = list.id AND c.closed_at IS NULL
                  AND %s) expiring""".formatted(DUE_BETWEEN, EXPIRING_BETWEEN);

    private final JdbcClient jdbc;

    JdbcListNumbers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The numbers of each of these lists that there is. */
    Map<String, ListNumbers> of(Collection<String> listIds, Instant now) {
        var numbers = new HashMap<String, ListNumbers>();
        about(listIds, now, """
                        SELECT numbers.*, coalesce(serving.n, 0) AS serving
                        FROM (%s) numbers
                        LEFT JOIN (
                            SELECT asked.id, count(*) AS n
                            FROM unnest(:lists::text[]) AS asked (id)
                            JOIN ringback.list_agent la ON la.list_id = asked.id AND la.active
                            JOIN ringback.agent ON agent.id = la.agent_id AND agent.reception_id IS NOT NULL
                            GROUP BY asked.id) serving ON serving.id = numbers.id""").query(row -> {
            numbers.put(
                    row.getString("id"),
                    new ListNumbers(
                            row.getLong("serving"), row.getLong("open"), row.getLong("due"), row.getLong("expiring")));
        });
        return numbers;
    }

    long openOfAll() {
        return jdbc.sql("""
                        SELECT coalesce(sum(tally.open + coalesce(change.open, 0)), 0)
                        FROM ringback.callback_list list
                        JOIN ringback.list_tally tally ON tally.list_id = list.id
                        LEFT JOIN (
                            SELECT list_id, sum(n) AS open FROM ringback.list_change GROUP BY list_id) change
                            ON change.list_id = list.id
                        WHERE list.archived_at IS NULL""").query(Long.class).single();
    }

    /**
     * False while another transaction tallies. To be asked in a statement of its own before {@link #tally}, so that the
     * snapshot of that one has in it what the other transaction did.
     */
    boolean keepOthersFromTallying() {
        return jdbc.sql("SELECT pg_try_advisory_xact_lock(hashtextextended('ringback.list_tally', 0))")
                .query(Boolean.class)
                .single();
    }

    /** Lists of whose numbers more than so many rows would have to be read to add one thing to the tally. */
    List<String> worthTallying(int rows, int most, Instant now) {
        return about(List.of(), now, """
                        SELECT tally.list_id
                        FROM ringback.list_tally tally
                        WHERE EXISTS (
                              SELECT 1 FROM ringback.list_change c WHERE c.list_id = tally.list_id OFFSET :rows)
                           OR EXISTS (
                              SELECT 1 FROM ringback.callback c
                              WHERE c.list_id = tally.list_id AND c.closed_at IS NULL
                                AND %2$s OFFSET :rows)
                           OR EXISTS (
                              SELECT 1 FROM ringback.callback c
                              WHERE c.list_id = tally.list_id AND c.closed_at IS NULL
                                AND %3$s OFFSET :rows)
                        ORDER BY tally.list_id LIMIT :most""")
                .param("rows", rows)
                .param("most", most)
                .query(String.class)
                .list();
    }

    /** Makes the tallies of these lists anew from their numbers now, which include the changes that are removed. */
    void tally(Collection<String> listIds, Instant now) {
        about(listIds, now, """
                        WITH numbers AS (%s),
                        included AS (DELETE FROM ringback.list_change WHERE list_id = ANY (:lists))
                        UPDATE ringback.list_tally tally
                        SET open = numbers.open,
                            due = numbers.due, due_until = :dueUntil,
                            expiring = numbers.expiring, expires_until = :expiresUntil
                        FROM numbers WHERE tally.list_id = numbers.id""").update();
    }

    private JdbcClient.StatementSpec about(Collection<String> listIds, Instant now, String statement) {
        return jdbc.sql(statement.formatted(NUMBERS, DUE_BETWEEN, EXPIRING_BETWEEN))
                .param("lists", listIds.stream().distinct().toArray(String[]::new))
                .param("dueUntil", Timestamp.from(now.plus(DUE_WITHIN)))
                .param("expiresUntil", Timestamp.from(now.plus(EXPIRES_WITHIN)));
    }
}
