package io.ringback.list;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The numbers of lists on which nobody serves, counted one by one. */
final class Recount {

    private Recount() {}

    static Map<String, ListNumbers> of(JdbcClient jdbc, List<String> lists, Instant now) {
        var numbers = new HashMap<String, ListNumbers>();
        lists.forEach(list -> numbers.put(list, new ListNumbers(0, 0, 0, 0)));
        jdbc.sql("""
                        SELECT list_id, count(*) AS open, count(*) FILTER (WHERE due_at <= ?) AS due,
                               count(*) FILTER (WHERE expires_at <= ?) AS expiring
                        FROM ringback.callback WHERE list_id = ANY (?) AND closed_at IS NULL GROUP BY list_id""")
                .params(
                        Timestamp.from(now.plus(Duration.ofHours(1))),
                        Timestamp.from(now.plus(Duration.ofHours(24))),
                        lists.toArray(String[]::new))
                .query(row -> {
                    numbers.put(
                            row.getString("list_id"),
                            new ListNumbers(0, row.getLong("open"), row.getLong("due"), row.getLong("expiring")));
                });
        return numbers;
    }
}
