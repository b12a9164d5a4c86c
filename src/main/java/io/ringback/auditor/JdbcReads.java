package io.ringback.auditor;

import io.ringback.audit.Look;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the reads from the trail: for each thing that can be asked for there is an index of reads alone. */
@Repository
class JdbcReads {

    private final JdbcClient jdbc;

    JdbcReads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param searches the hashes of what may have been looked for; null when that does not matter */
    List<Read> page(ReadsRequest request, SoughtHashes.@Nullable Hashes searches, int limit) {
        var parts = new ArrayList<String>();
        var parameters = new HashMap<String, Object>();
        add("callback_id = :callback AND callback_id IS NOT NULL", "callback", request.callbackId(), parts, parameters);
        add("agent_id = :agent AND agent_id IS NOT NULL", "agent", request.agentId(), parts, parameters);
        add("actor = :reader", "reader", request.reader(), parts, parameters);
        add("id < :after", "after", request.after(), parts, parameters);
        if (searches != null) {
            parts.add("""
                    details ->> 'sought' IS NOT NULL AND details ->> 'sought' = ANY (ARRAY (
                        SELECT search::text FROM ringback.sought WHERE hash = ANY (:hashes::bytea[])))""");
            parameters.put("hashes", searches.all().toArray(byte[][]::new));
        }
        return jdbc.sql("""
                        SELECT id, at, actor, type, callback_id, agent_id, list_id, reason, details
                        FROM ringback.audit_event
                        WHERE %s %s
                        ORDER BY id DESC LIMIT :limit""".formatted(Look.IS_LOOK, parts.isEmpty() ? "" : "AND " + String.join(" AND ", parts)))
                .params(parameters)
                .param("limit", limit)
                .query((row, number) -> new Read(
                        row.getLong("id"),
                        row.getTimestamp("at").toInstant(),
                        row.getString("actor"),
                        Look.of(row.getString("type")),
                        row.getObject("callback_id", UUID.class),
                        row.getString("agent_id"),
                        row.getString("list_id"),
                        row.getString("reason"),
                        row.getString("details")))
                .list();
    }

    private static void add(
            String condition, String name, @Nullable Object value, List<String> parts, Map<String, Object> parameters) {
        if (value != null) {
            parts.add(condition);
            parameters.put(name, value);
        }
    }
}
