package io.ringback.callback;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ringback.form.FormVersion;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;

/** A row of {@code ringback.attempt} as an {@link Attempt}. */
@Component
class JdbcAttemptRow implements RowMapper<Attempt> {

    private static final TypeReference<Map<String, Object>> ANSWERS = new TypeReference<>() {};

    private final ObjectMapper json;

    JdbcAttemptRow(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public Attempt mapRow(ResultSet row, int number) throws SQLException {
        return new Attempt(
                row.getObject("id", UUID.class),
                row.getObject("callback_id", UUID.class),
                row.getObject("allocation_id", UUID.class),
                row.getTimestamp("started_at").toInstant(),
                instant(row, "ended_at"),
                row.getString("agent_id"),
                callStatus(row.getString("call_status")),
                row.getString("note"),
                row.getString("recording_url"),
                row.getBoolean("without_call"),
                answers(row.getString("form_data")),
                form(row),
                instant(row, "left_at"),
                callStatus(row.getString("proposed_status")));
    }

    private static @Nullable CallStatus callStatus(@Nullable String name) {
        return name == null ? null : CallStatus.valueOf(name);
    }

    private @Nullable Map<String, Object> answers(@Nullable String text) throws SQLException {
        try {
            return text == null ? null : json.readValue(text, ANSWERS);
        } catch (JsonProcessingException e) {
            throw new SQLException("the answers cannot be read", e);
        }
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var timestamp = row.getTimestamp(column);
        return timestamp == null ? null : timestamp.toInstant();
    }

    private static @Nullable FormVersion form(ResultSet row) throws SQLException {
        var key = row.getString("form_key");
        return key == null ? null : new FormVersion(key, row.getInt("form_version"));
    }
}
