package io.ringback.erasure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Where a number may stand that no callback leads to: files of requests that are being taken in, and answers kept for
 * requests that come again. Also what people have written by hand, which is told and not touched.
 */
@Repository
class JdbcElsewhere {

    private static final int MOST_TOLD = 100;

    private static final String ANSWERS = """
            FROM ringback.idempotent_answer t
            WHERE t.response ->> 'id' = ANY (:keys) OR t.key || ' ' || t.response::text ~ :number""";
    private static final String ROWS = "FROM ringback.import_row t WHERE t.request::text ~ :number";
    private static final String BAD_ROWS =
            "FROM ringback.import_row t WHERE t.cells::text ~ :number OR t.errors::text ~ :number";

    /** What people have written, callbacks of others among it, where a number does not belong; not theirs to lose without being asked. */
    private static final String MENTIONS = """
            SELECT 'draft' AS place, id::text AS id, file AS name FROM ringback.model_draft WHERE content ~ :number
            UNION ALL
            SELECT 'deploymentRequest', request_id::text, name FROM ringback.deployment_request_file WHERE content ~ :number
            UNION ALL
            SELECT 'example', process, name FROM ringback.process_example WHERE name || ' ' || example::text ~ :number
            UNION ALL
            SELECT 'list', id, id FROM ringback.callback_list WHERE name || ' ' || coalesce(hours::text, '') ~ :number
            UNION ALL
            SELECT 'callback', id::text, id::text FROM (
                SELECT id FROM ringback.callback
                WHERE forgotten_at IS NULL
                  AND concat_ws(' ', caller_name, external_id, attributes::text, draft::text, cancel_requested_because,
                                set_aside_because) ~ :number
                UNION
                SELECT callback_id FROM ringback.attempt WHERE concat_ws(' ', note, form_data::text) ~ :number
                UNION
                SELECT callback_id FROM ringback.callback_note WHERE note ~ :number
                UNION
                SELECT callback_id FROM ringback.left_draft WHERE concat_ws(' ', note, form_data::text) ~ :number
            ) AS told WHERE id::text <> ALL (:keys)
            ORDER BY place, id, name LIMIT :most""";

    private final JdbcClient jdbc;

    JdbcElsewhere(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param place draft, deploymentRequest, example, list, or a callback of somebody else */
    record Mention(String place, String id, String name) {}

    Map<String, Long> count(Collection<UUID> ids, NumberPattern number) {
        var counts = new TreeMap<String, Long>();
        counts.put("answersKept", counted(ANSWERS, ids, number));
        counts.put("importRows", counted(ROWS, ids, number) + counted(BAD_ROWS, ids, number));
        counts.put("importFiles", (long) files(number).size());
        return counts;
    }

    /**
     * Rows of files that are being taken in are left out; a file that nobody has confirmed yet goes as a whole. To be done
     * before callbacks are looked for: what was taken in meanwhile is found then.
     */
    void forget(Collection<UUID> ids, NumberPattern number) {
        for (var id : files(number)) {
            jdbc.sql("DELETE FROM ringback.import_file WHERE id = ? AND confirmed_at IS NULL")
                    .param(id)
                    .update();
        }
        with(
                        "UPDATE ringback.import_row t SET result = 'SKIPPED', request = NULL "
                                + ROWS.substring(ROWS.indexOf("WHERE")),
                        ids,
                        number)
                .update();
        with("""
                UPDATE ringback.import_row t SET cells = NULL, errors = (
                    SELECT jsonb_agg(error - 'value' ORDER BY place)
                    FROM jsonb_array_elements(t.errors) WITH ORDINALITY AS each (error, place))
                """ + BAD_ROWS.substring(BAD_ROWS.indexOf("WHERE")), ids, number).update();
        with("DELETE " + ANSWERS, ids, number).update();
    }

    /** Rows as JSON, by the kind of the place. */
    List<Map.Entry<String, String>> tell(Collection<UUID> ids, NumberPattern number) {
        return Stream.of(
                        Map.entry("answersKept", ANSWERS),
                        Map.entry("importRows", ROWS),
                        Map.entry("importRows", BAD_ROWS))
                .flatMap(place ->
                        with("SELECT to_jsonb(t)::text " + place.getValue(), ids, number)
                                .query(String.class)
                                .list()
                                .stream()
                                .map(row -> Map.entry(place.getKey(), row)))
                .toList();
    }

    /** @param ids the callbacks of the number itself */
    List<Mention> mentions(Collection<UUID> ids, NumberPattern number) {
        return with(MENTIONS, ids, number)
                .param("most", MOST_TOLD)
                .query((row, count) -> new Mention(row.getString("place"), row.getString("id"), row.getString("name")))
                .list();
    }

    /** Those that nobody has confirmed yet. */
    private List<UUID> files(NumberPattern number) {
        var found = new ArrayList<UUID>();
        var waiting = jdbc.sql("""
                        SELECT id FROM ringback.import_file
                        WHERE confirmed_at IS NULL AND (content IS NOT NULL OR kept IS NOT NULL) ORDER BY id""").query(UUID.class).list();
        for (var id : waiting) {
            jdbc.sql("SELECT coalesce(content, kept) AS sent, mends::text FROM ringback.import_file WHERE id = ?")
                    .param(id)
                    .query(row -> {
                        if (holds(row.getBytes("sent"), row.getString("mends"), number)) {
                            found.add(id);
                        }
                    });
        }
        return found;
    }

    private static boolean holds(byte @Nullable [] sent, @Nullable String mends, NumberPattern number) {
        return sent != null && new SentFile(sent).mayHold(number) || mends != null && number.isIn(mends);
    }

    private long counted(String from, Collection<UUID> ids, NumberPattern number) {
        return with("SELECT count(*) " + from, ids, number).query(Long.class).single();
    }

    private JdbcClient.StatementSpec with(String sql, Collection<UUID> ids, NumberPattern number) {
        return jdbc.sql(sql)
                .param("keys", ids.stream().map(UUID::toString).toArray(String[]::new))
                .param("number", number.regex());
    }
}
