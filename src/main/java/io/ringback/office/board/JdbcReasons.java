package io.ringback.office.board;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts how calls were classified, from the index of the saved ones. */
@Repository
class JdbcReasons {

    /** Keeps what is typed, where a form lets people do so, from filling the memory. */
    private static final int MOST = 2_000;

    private final JdbcClient jdbc;

    JdbcReasons(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * How often each answer was given in calls saved in this time; one that is a list counts for each answer in it.
     *
     * @param keys of the fields, with dots where they are in groups
     * @return by key and answer
     */
    Map<String, Map<String, Long>> count(
            Collection<String> listIds, Instant from, Instant to, Collection<String> keys) {
        var found = new HashMap<String, Map<String, Long>>();
        jdbc.sql("""
                        SELECT field.key, one.answer, count(*) AS calls
                        FROM unnest(?::text[]) AS list (id)
                        CROSS JOIN LATERAL (
                            SELECT form_data FROM ringback.attempt
                            WHERE list_id = list.id AND call_status IS NOT NULL AND ended_at >= ? AND ended_at < ?
                              AND form_data IS NOT NULL) call
                        CROSS JOIN unnest(?::text[]) AS field (key)
                        CROSS JOIN LATERAL (
                            SELECT call.form_data #> string_to_array(field.key, '.') AS value) given
                        CROSS JOIN LATERAL jsonb_array_elements_text(
                            CASE jsonb_typeof(given.value) WHEN 'array' THEN given.value
                                                           WHEN 'object' THEN '[]'
                                                           ELSE jsonb_build_array(given.value) END) AS one (answer)
                        WHERE given.value IS NOT NULL AND one.answer IS NOT NULL AND one.answer <> ''
                        GROUP BY 1, 2 ORDER BY calls DESC, 1, 2 LIMIT ?""")
                .params(
                        listIds.toArray(String[]::new),
                        Timestamp.from(from),
                        Timestamp.from(to),
                        keys.toArray(String[]::new),
                        MOST)
                .query(row -> {
                    found.computeIfAbsent(row.getString("key"), key -> new HashMap<>())
                            .put(row.getString("answer"), row.getLong("calls"));
                });
        return found;
    }
}
