package io.ringback.callback;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;

/** Reads a row of {@code ringback.callback}. */
@Component
public class JdbcCallbackRow implements RowMapper<Callback> {

    private static final TypeReference<Map<String, String>> ATTRIBUTES = new TypeReference<>() {};

    private static final TypeReference<Map<String, Object>> ANSWERS = new TypeReference<>() {};

    private final ObjectMapper json;

    JdbcCallbackRow(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public Callback mapRow(ResultSet row, int number) throws SQLException {
        return new Callback(
                row.getObject("id", UUID.class),
                request(row),
                instant(row, "created_at"),
                CallbackStatus.valueOf(row.getString("status")),
                new Deadlines(
                        earliest(row),
                        instant(row, "eligible_at"),
                        instantOrNull(row, "offer_until"),
                        instant(row, "due_at"),
                        instant(row, "expires_at"),
                        instant(row, "priority_at"),
                        row.getBoolean("time_agreed"),
                        row.getBoolean("outside_hours")),
                row.getBoolean("overdue"),
                row.getInt("attempt_count"),
                row.getObject("main_callback_id", UUID.class),
                instantOrNull(row, "closed_at"),
                holding(row),
                row.getString("released_by"),
                row.getString("process_instance_id"),
                row.getString("set_aside_because"),
                cancelRequest(row),
                row.getBoolean("remarked"),
                row.getInt("priority"),
                preference(row),
                Offering.valueOf(row.getString("offering")));
    }

    private static Preference preference(ResultSet row) throws SQLException {
        var preference = new Preference(
                instantOrNull(row, "expedited_at"), row.getString("kept_for"), instantOrNull(row, "kept_until"));
        return preference.equals(Preference.NONE) ? Preference.NONE : preference;
    }

    /** @param named what the names of its columns begin with */
    RelatedCallback related(ResultSet row, String named) throws SQLException {
        return new RelatedCallback(
                row.getObject(named + "id", UUID.class),
                CallbackStatus.valueOf(row.getString(named + "status")),
                instant(row, named + "created_at"),
                row.getObject(named + "main_callback_id", UUID.class),
                instantOrNull(row, named + "closed_at"),
                Source.valueOf(row.getString(named + "source")),
                row.getString(named + "caller_name"),
                attributes(row.getString(named + "attributes")));
    }

    String json(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Cannot be written as JSON: " + value.getClass(), e);
        }
    }

    private Request request(ResultSet row) throws SQLException {
        return new Request(
                row.getString("list_id"),
                row.getString("phone_number"),
                row.getString("caller_name"),
                Source.valueOf(row.getString("source")),
                row.getString("external_id"),
                row.getInt("external_use"),
                attributes(row.getString("attributes")),
                instantOrNull(row, "forgotten_at"));
    }

    private @Nullable Holding holding(ResultSet row) throws SQLException {
        var agentId = row.getString("agent_id");
        if (agentId == null) {
            return null;
        }
        return new Holding(
                agentId,
                row.getObject("allocation_id", UUID.class),
                instant(row, "allocated_at"),
                Phase.valueOf(row.getString("phase")),
                instantOrNull(row, "auto_stop_at"),
                instantOrNull(row, "closes_at"),
                instantOrNull(row, "call_ends_by"),
                instantOrNull(row, "call_asked_at"),
                row.getInt("more_times"),
                draft(row.getString("draft")));
    }

    private static @Nullable CancelRequest cancelRequest(ResultSet row) throws SQLException {
        var at = instantOrNull(row, "cancel_requested_at");
        return at == null ? null : new CancelRequest(at, row.getString("cancel_requested_because"));
    }

    @Nullable
    Map<String, Object> answers(@Nullable String text) throws SQLException {
        try {
            return text == null ? null : json.readValue(text, ANSWERS);
        } catch (JsonProcessingException e) {
            throw new SQLException("answers cannot be read", e);
        }
    }

    private Map<String, String> attributes(String text) throws SQLException {
        try {
            return "{}".equals(text) ? Map.of() : json.readValue(text, ATTRIBUTES);
        } catch (JsonProcessingException e) {
            throw new SQLException("attributes are not a map of strings", e);
        }
    }

    private @Nullable Draft draft(@Nullable String text) throws SQLException {
        try {
            return text == null ? null : json.readValue(text, Draft.class);
        } catch (JsonProcessingException e) {
            throw new SQLException("draft cannot be read", e);
        }
    }

    /** Not written for rows from before there were calling hours. */
    private static Instant earliest(ResultSet row) throws SQLException {
        var earliest = instantOrNull(row, "earliest_at");
        return earliest == null ? instant(row, "eligible_at") : earliest;
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getTimestamp(column).toInstant();
    }

    static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        var timestamp = row.getTimestamp(column);
        return timestamp == null ? null : timestamp.toInstant();
    }
}
