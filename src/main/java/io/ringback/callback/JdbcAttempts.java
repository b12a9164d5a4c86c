package io.ringback.callback;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcAttempts {

    private final JdbcClient jdbc;
    private final JdbcCallbackRow rows;

    JdbcAttempts(JdbcClient jdbc, JdbcCallbackRow rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    void start(UUID id, UUID callbackId, Holding holding, @Nullable String externalCallId, Instant at) {
        jdbc.sql("""
                        INSERT INTO ringback.attempt
                            (id, callback_id, allocation_id, agent_id, external_call_id, started_at)
                        VALUES (?, ?, ?, ?, ?, ?)""")
                .params(id, callbackId, holding.allocationId(), holding.agentId(), externalCallId, Timestamp.from(at))
                .update();
    }

    /** Ends the call unless it has ended; a clock that ran ahead at its start does not make it end before. */
    boolean end(UUID id, Instant at) {
        return jdbc.sql("""
                        UPDATE ringback.attempt SET ended_at = greatest(?, started_at)
                        WHERE id = ? AND ended_at IS NULL""").params(Timestamp.from(at), id).update() == 1;
    }

    void tellMore(UUID id, @Nullable String externalCallId, @Nullable String recordingUrl) {
        jdbc.sql("""
                        UPDATE ringback.attempt
                        SET external_call_id = coalesce(?, external_call_id),
                            recording_url = coalesce(?, recording_url)
                        WHERE id = ?""").params(Arrays.asList(externalCallId, recordingUrl, id)).update();
    }

    void conclude(UUID id, Instant at, CallStatus callStatus, @Nullable String note, @Nullable Object formData) {
        jdbc.sql("""
                        UPDATE ringback.attempt
                        SET ended_at = coalesce(ended_at, greatest(?, started_at)),
                            call_status = ?, note = ?, form_data = ?::jsonb
                        WHERE id = ?""")
                .params(Arrays.asList(
                        Timestamp.from(at), callStatus.name(), note, formData == null ? null : rows.json(formData), id))
                .update();
    }

    Optional<Attempt> find(UUID id) {
        return jdbc.sql("SELECT * FROM ringback.attempt WHERE id = ?")
                .param(id)
                .query(JdbcAttempts::attempt)
                .optional();
    }

    Optional<Attempt> byExternalCall(String agentId, String externalCallId) {
        return jdbc.sql("""
                        SELECT * FROM ringback.attempt WHERE agent_id = ? AND external_call_id = ?
                        ORDER BY started_at DESC, id DESC LIMIT 1""")
                .params(agentId, externalCallId)
                .query(JdbcAttempts::attempt)
                .optional();
    }

    List<Attempt> of(UUID callbackId) {
        return jdbc.sql("SELECT * FROM ringback.attempt WHERE callback_id = ? ORDER BY started_at, id")
                .param(callbackId)
                .query(JdbcAttempts::attempt)
                .list();
    }

    private static Attempt attempt(ResultSet row, int number) throws SQLException {
        var endedAt = row.getTimestamp("ended_at");
        var callStatus = row.getString("call_status");
        return new Attempt(
                row.getObject("id", UUID.class),
                row.getObject("callback_id", UUID.class),
                row.getObject("allocation_id", UUID.class),
                row.getTimestamp("started_at").toInstant(),
                endedAt == null ? null : endedAt.toInstant(),
                row.getString("agent_id"),
                callStatus == null ? null : CallStatus.valueOf(callStatus),
                row.getString("note"),
                row.getString("recording_url"));
    }
}
