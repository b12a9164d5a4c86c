package io.ringback.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ringback.platform.database.JdbcOrNull;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
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
                (at, actor, type, callback_id, list_id, agent_id, from_status, to_status, reason, details, because, changed,
                 facts)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?::jsonb, ?::jsonb)""";

    private static final String INSERT_ALL = """
            INSERT INTO ringback.audit_event
                (at, actor, type, callback_id, list_id, agent_id, from_status, to_status, reason, details, because, changed,
                 facts)
            SELECT at::timestamptz, actor, type, callback_id::uuid, list_id, agent_id, from_status, to_status, reason,
                   details::jsonb, because::jsonb, changed::jsonb, facts::jsonb
            FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                        ?::text[], ?::text[], ?::text[], ?::text[])
                WITH ORDINALITY AS entry
                    (at, actor, type, callback_id, list_id, agent_id, from_status, to_status, reason, details, because,
                     changed, facts, place)
            ORDER BY place""";

    private static final int COLUMNS = 13;
    private static final int CALLBACK = 3;

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    JdbcAuditEvents(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void add(PastEntry past) {
        jdbc.sql(INSERT).params(typed(columns(past))).update();
    }

    private static List<Object> typed(@Nullable Object[] columns) {
        return IntStream.range(0, COLUMNS)
                .mapToObj(column -> columns[column] instanceof OffsetDateTime at
                        ? at
                        : column == CALLBACK
                                ? JdbcOrNull.uuid((UUID) columns[column])
                                : JdbcOrNull.text((String) columns[column]))
                .toList();
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
            written(entry.changed()),
            written(entry.facts())
        };
    }

    List<AuditEvent> ofCallback(UUID callbackId) {
        return jdbc.sql("""
                        SELECT at, actor, type, from_status, to_status, reason, agent_id, details,
                               because, changed, facts
                        FROM ringback.audit_event WHERE callback_id = ? AND NOT %s ORDER BY id""".formatted(Look.IS_LOOK))
                .param(callbackId)
                .query(JdbcAuditEvents::event)
                .list();
    }

    List<AuditEvent> looksAt(UUID callbackId, int limit) {
        return jdbc.sql("""
                        SELECT at, actor, type, from_status, to_status, reason, agent_id, details,
                               because, changed, facts
                        FROM ringback.audit_event WHERE callback_id = ? AND %s
                        ORDER BY id DESC LIMIT ?""".formatted(Look.IS_LOOK))
                .params(callbackId, limit)
                .query(JdbcAuditEvents::event)
                .list();
    }

    Map<UUID, List<AuditEvent>> ofCallbacks(Collection<UUID> callbackIds) {
        var all = new HashMap<UUID, List<AuditEvent>>();
        jdbc.sql("""
                        SELECT callback_id, at, actor, type, from_status, to_status, reason, agent_id, details,
                               because, changed, facts
                        FROM ringback.audit_event WHERE callback_id = ANY (?) AND NOT %s
                        ORDER BY id""".formatted(Look.IS_LOOK))
                .param(callbackIds.toArray(UUID[]::new))
                .query(row -> {
                    all.computeIfAbsent(row.getObject("callback_id", UUID.class), unknown -> new ArrayList<>())
                            .add(event(row, 0));
                });
        return all;
    }

    /** Newest first, from before this number. */
    List<Numbered> ofList(String listId, boolean joining, long before, int limit) {
        return jdbc.sql("""
                        SELECT id, at, actor, type, from_status, to_status, reason, agent_id, details,
                               because, changed, facts
                        FROM ringback.audit_event
                        WHERE list_id = ? AND callback_id IS NULL AND id < ? AND type <> 'REQUEST_REFUSED'
                          AND (? OR type NOT IN ('LIST_JOINED', 'LIST_UNJOINED')) AND NOT %s
                        ORDER BY id DESC LIMIT ?""".formatted(Look.IS_LOOK))
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
                row.getString("changed"),
                row.getString("facts"));
    }

    record Numbered(long id, AuditEvent event) {}
}
