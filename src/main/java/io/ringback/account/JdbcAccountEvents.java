package io.ringback.account;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ringback.audit.Changed;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What has happened to accounts. The changed values are kept as JSON in {@code details}; rows of earlier versions have
 * words there, which are never JSON.
 */
@Repository
class JdbcAccountEvents {

    private static final TypeReference<LinkedHashMap<String, Changed>> CHANGED = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    JdbcAccountEvents(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void add(Instant at, String actor, String accountId, AccountEvent event) {
        jdbc.sql("""
                        INSERT INTO ringback.account_event (at, actor, account_id, type, details)
                        VALUES (:at, :actor, :account, :type, :details)
                        """)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("actor", actor)
                .param("account", accountId)
                .param("type", event.type())
                .param("details", written(event.changed()))
                .update();
    }

    /** What happened to the account before this event, the latest first. */
    List<PastAccountEvent> of(String accountId, long before, int limit) {
        return jdbc.sql("""
                        SELECT id, at, actor, type, details
                        FROM ringback.account_event
                        WHERE account_id = :account AND id < :before
                        ORDER BY id DESC
                        LIMIT :limit
                        """)
                .param("account", accountId)
                .param("before", before)
                .param("limit", limit)
                .query((row, number) -> event(row))
                .list();
    }

    /** Whether there is such an event of the account. */
    boolean isOf(String accountId, long event) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM ringback.account_event WHERE id = ? AND account_id = ?)")
                .params(event, accountId)
                .query(Boolean.class)
                .single();
    }

    private PastAccountEvent event(ResultSet row) throws SQLException {
        var details = row.getString("details");
        var hasValues = details.startsWith("{");
        return new PastAccountEvent(
                row.getLong("id"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("actor"),
                row.getString("type"),
                hasValues ? values(details) : Map.of(),
                hasValues || details.isEmpty() ? null : details);
    }

    private String written(Map<String, Changed> changed) {
        try {
            return changed.isEmpty() ? "" : json.writeValueAsString(changed);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What has changed of an account can always be written as JSON", e);
        }
    }

    private Map<String, Changed> values(String details) {
        try {
            return json.readValue(details, CHANGED);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The changed values of an account can be read back", e);
        }
    }
}
