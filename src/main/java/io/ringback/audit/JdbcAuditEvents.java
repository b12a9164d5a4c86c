package io.ringback.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcAuditEvents {

    private static final String INSERT = """
            INSERT INTO ringback.audit_event
                (at, actor, type, callback_id, list_id, agent_id, from_status, to_status, reason, details, because, changed)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?::jsonb)""";

    private static final String INSERT_ALL = """
            INSERT INTO ringback.audit_event
                (at, actor, type, callback_id, list_id, agent_id, from_status, to_status, reason, details, because, changed)
            SELECT at::timestamptz, actor, type, callback_id::uuid, list_id, agent_id, from_status, to_status, reason,
                   details::jsonb, because::jsonb, changed::jsonb
            FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                        ?::text[], ?::text[], ?::text[])
                WITH ORDINALITY AS entry
                    (at, actor, type, callback_id, list_id, agent_id, from_status, to_status, reason, details, because,
                     changed, place)
            ORDER BY place""";

    private static final int COLUMNS = 12;

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    JdbcAuditEvents(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void add(PastEntry past) {
        jdbc.sql(INSERT).params(Arrays.asList(columns(past))).update();
    }

    /** All in one statement: there may be thousands. */
    void add(List<PastEntry> all) {
        var rows = all.stream().map(this::columns).toList();
        var columns = IntStream.range(0, COLUMNS)
                .mapToObj(column -> rows.stream()
                        .map(row -> row[column] == null ? null : row[column].toString())
                        .toArray(String[]::new))
                .toList();
        jdbc.sql(INSERT_ALL).params(columns).update();
    }

    private @Nullable Object[] columns(PastEntry past) {
        var entry = past.entry();
        var because = entry.because();
        return new @Nullable Object[] {
            past.at().atOffset(ZoneOffset.UTC),
            past.actor(),
            entry.type(),
            entry.callbackId(),
            entry.listId(),
            entry.agentId(),
            entry.from(),
            entry.to(),
            because == null ? null : because.written(),
            written(entry.details()),
            because == null ? null : json(because),
            written(entry.changed())
        };
    }

    List<AuditEvent> ofCallback(UUID callbackId) {
        return jdbc.sql("""
                        SELECT at, actor, type, from_status, to_status, reason, agent_id, details,
                               because, changed
                        FROM ringback.audit_event WHERE callback_id = ? ORDER BY id""").param(callbackId).query(JdbcAuditEvents::event).list();
    }

    /** Newest first, from before this number. */
    List<Numbered> ofList(String listId, boolean joining, long before, int limit) {
        return jdbc.sql("""
                        SELECT id, at, actor, type, from_status, to_status, reason, agent_id, details,
                               because, changed
                        FROM ringback.audit_event
                        WHERE list_id = ? AND callback_id IS NULL AND id < ?
                          AND (? OR type NOT IN ('LIST_JOINED', 'LIST_UNJOINED'))
                        ORDER BY id DESC LIMIT ?""")
                .params(listId, before, joining, limit)
                .query((row, number) -> new Numbered(row.getLong("id"), event(row, number)))
                .list();
    }

    /** Whether there is such an event of the list itself. */
    boolean isOfList(String listId, long id) {
        return jdbc.sql("""
                        SELECT EXISTS (
                            SELECT FROM ringback.audit_event
                            WHERE id = ? AND list_id = ? AND callback_id IS NULL)""").params(id, listId).query(Boolean.class).single();
    }

    private @Nullable String written(Map<String, ?> values) {
        return values.isEmpty() ? null : json(values);
    }

    private String json(Object values) {
        try {
            return json.writeValueAsString(values);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What an audit row tells can always be written as JSON", e);
        }
    }

    private static AuditEvent event(ResultSet row, int number) throws SQLException {
        return new AuditEvent(
                row.getTimestamp("at").toInstant(),
                row.getString("actor"),
                row.getString("type"),
                row.getString("from_status"),
                row.getString("to_status"),
                row.getString("reason"),
                row.getString("agent_id"),
                row.getString("details"),
                row.getString("because"),
                row.getString("changed"));
    }

    record Numbered(long id, AuditEvent event) {}
}
