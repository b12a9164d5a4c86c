package io.ringback.list;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcListNumbers {

    private final JdbcClient jdbc;

    JdbcListNumbers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Counts the numbers of each of these lists. */
    Map<String, ListNumbers> count(Collection<String> listIds, Instant now) {
        var numbers = new HashMap<String, ListNumbers>();
        jdbc.sql("""
                        SELECT list.id, serving.n AS serving, open.n AS open_cases, open.due, open.expiring
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
                        listIds.toArray(String[]::new),
                        Timestamp.from(now.plus(Duration.ofHours(1))),
                        Timestamp.from(now.plus(Duration.ofHours(24))))
                .query(row -> {
                    numbers.put(
                            row.getString("id"),
                            new ListNumbers(
                                    row.getLong("serving"),
                                    row.getLong("open_cases"),
                                    row.getLong("due"),
                                    row.getLong("expiring")));
                });
        return numbers;
    }
}
