package io.ringback.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcAuditEvents {

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Clock clock;

    JdbcAuditEvents(JdbcClient jdbc, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    void add(String actor, AuditEntry entry) {
        jdbc.sql("""
                        INSERT INTO ringback.audit_event
                            (at, actor, type, callback_id, list_id, agent_id, from_status, to_status, reason, details)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb)""")
                .params(
                        Timestamp.from(clock.instant()),
                        actor,
                        entry.type(),
                        entry.callbackId(),
                        entry.listId(),
                        entry.agentId(),
                        entry.from(),
                        entry.to(),
                        entry.reason(),
                        written(entry.details()))
                .update();
    }

    List<AuditEvent> ofCallback(UUID callbackId) {
        return jdbc.sql("""
                        SELECT at, actor, type, from_status, to_status, reason, agent_id, details
                        FROM ringback.audit_event WHERE callback_id = ? ORDER BY id""").param(callbackId).query(JdbcAuditEvents::event).list();
    }

    /** Newest first, from before this number. */
    List<Numbered> ofList(String listId, boolean joining, long before, int limit) {
        return jdbc.sql("""
                        SELECT id, at, actor, type, from_status, to_status, reason, agent_id, details
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

    private @Nullable String written(Map<String, String> details) {
        try {
            return details.isEmpty() ? null : json.writeValueAsString(details);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A map of strings could not be written as JSON", e);
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
                row.getString("details"));
    }

    record Numbered(long id, AuditEvent event) {}
}
