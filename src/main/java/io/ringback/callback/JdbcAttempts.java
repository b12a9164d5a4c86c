package io.ringback.callback;

import static io.ringback.callback.JdbcCallbacks.timestamp;

import io.ringback.form.FormVersion;
import io.ringback.platform.database.JdbcOrNull;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcAttempts {

    private final JdbcClient jdbc;
    private final JdbcCallbackRow rows;
    private final JdbcAttemptRow attempts;

    JdbcAttempts(JdbcClient jdbc, JdbcCallbackRow rows, JdbcAttemptRow attempts) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.attempts = attempts;
    }

    Map<UUID, String> lastAgents(List<UUID> callbackIds) {
        var agents = new HashMap<UUID, String>();
        jdbc.sql("""
                        SELECT DISTINCT ON (callback_id) callback_id, agent_id FROM ringback.attempt
                        WHERE callback_id = ANY (?::text[]::uuid[])
                        ORDER BY callback_id, started_at DESC, id DESC""")
                .param(callbackIds.stream().map(UUID::toString).toArray(String[]::new))
                .query(row -> {
                    agents.put(row.getObject("callback_id", UUID.class), row.getString("agent_id"));
                });
        return agents;
    }

    void start(Callback callback, Call call) {
        start(callback, call, false);
    }

    /** @param withoutCall whether it only stands for a call that nobody has made */
    void start(Callback callback, Call call, boolean withoutCall) {
        jdbc.sql("""
                        INSERT INTO ringback.attempt
                            (id, callback_id, allocation_id, agent_id, from_desk, external_call_id, started_at, ended_at,
                             start_told, end_told, without_call)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(Arrays.asList(
                        call.id(),
                        callback.id(),
                        call.allocationId(),
                        callback.held().agentId(),
                        call.fromDesk(),
                        JdbcOrNull.text(call.externalCallId()),
                        timestamp(call.startedAt()),
                        timestamp(call.endedAt()),
                        timestamp(call.startTold()),
                        timestamp(call.endTold()),
                        withoutCall))
                .update();
    }

    /** Writes what can change of a call. */
    void update(Call call) {
        jdbc.sql("""
                        UPDATE ringback.attempt
                        SET external_call_id = ?, ended_at = ?, start_told = ?, end_told = ?
                        WHERE id = ?""")
                .params(Arrays.asList(
                        JdbcOrNull.text(call.externalCallId()),
                        timestamp(call.endedAt()),
                        timestamp(call.startTold()),
                        timestamp(call.endTold()),
                        call.id()))
                .update();
    }

    /** Not for a caller who is forgotten by now. */
    void recorded(UUID id, String recordingUrl) {
        jdbc.sql("""
                        UPDATE ringback.attempt SET recording_url = ?
                        FROM (SELECT callback.id FROM ringback.attempt JOIN ringback.callback ON callback.id = callback_id
                              WHERE attempt.id = ? AND forgotten_at IS NULL FOR SHARE OF callback) remembered
                        WHERE attempt.id = ? AND callback_id = remembered.id""").params(recordingUrl, id, id).update();
    }

    /**
     * Writes the outcome on the last call of an allocation, and ends whatever goes on of it.
     *
     * @return the call; empty when none was made
     */
    Optional<UUID> conclude(
            UUID allocationId, Instant at, CallStatus callStatus, Draft outcome, @Nullable FormVersion form) {
        return jdbc
                .sql("""
                        WITH last AS (
                            SELECT id FROM ringback.attempt WHERE allocation_id = :allocation
                            ORDER BY started_at DESC, id DESC LIMIT 1)
                        UPDATE ringback.attempt a
                        SET ended_at = coalesce(a.ended_at, greatest(:at, a.started_at)),
                            call_status = CASE WHEN a.id = last.id THEN :status ELSE a.call_status END,
                            note = CASE WHEN a.id = last.id THEN :note ELSE a.note END,
                            retry_at = CASE WHEN a.id = last.id THEN :retryAt::timestamptz ELSE a.retry_at END,
                            retry_insisted = CASE WHEN a.id = last.id THEN :insisted ELSE a.retry_insisted END,
                            form_data = CASE WHEN a.id = last.id THEN :formData::jsonb ELSE a.form_data END,
                            form_key = CASE WHEN a.id = last.id THEN :formKey ELSE a.form_key END,
                            form_version = CASE WHEN a.id = last.id THEN :formVersion ELSE a.form_version END
                        FROM last
                        WHERE a.allocation_id = :allocation AND (a.id = last.id OR a.ended_at IS NULL)
                        RETURNING last.id""")
                .param("allocation", allocationId)
                .param("at", Timestamp.from(at))
                .param("status", callStatus.name())
                .param("note", outcome.note(), Types.VARCHAR)
                .param("retryAt", timestamp(outcome.retryAt()), Types.TIMESTAMP)
                .param("insisted", outcome.insists())
                .param("formData", json(outcome.formData()), Types.VARCHAR)
                .param("formKey", form == null ? null : form.key(), Types.VARCHAR)
                .param("formVersion", form == null ? null : form.version(), Types.INTEGER)
                .query(UUID.class)
                .stream()
                .findFirst();
    }

    /** Whether an outcome was saved for the allocation. */
    boolean isConcluded(UUID allocationId) {
        return jdbc.sql("""
                        SELECT EXISTS (
                            SELECT 1 FROM ringback.attempt WHERE allocation_id = ? AND call_status IS NOT NULL)""").param(allocationId).query(Boolean.class).single();
    }

    /** Whether this very outcome was saved for the allocation by this agent. */
    boolean isSaved(String agentId, UUID allocationId, CallStatus callStatus, Draft outcome) {
        return jdbc.sql("""
                        SELECT EXISTS (
                            SELECT 1 FROM ringback.attempt
                            WHERE allocation_id = ? AND agent_id = ? AND call_status = ?
                              AND note IS NOT DISTINCT FROM ?::text AND retry_at IS NOT DISTINCT FROM ?::timestamptz
                              AND retry_insisted = ?
                              AND form_data IS NOT DISTINCT FROM ?::jsonb)""")
                .params(Arrays.asList(
                        allocationId,
                        agentId,
                        callStatus.name(),
                        JdbcOrNull.text(outcome.note()),
                        timestamp(outcome.retryAt()),
                        outcome.insists(),
                        JdbcOrNull.text(json(outcome.formData()))))
                .query(Boolean.class)
                .single();
    }

    /** Whether the outcome saved last for the callback has this time of the next offer, and its agent insisted on it. */
    boolean isInsisted(UUID callbackId, Instant retryAt) {
        return jdbc.sql("""
                        SELECT retry_insisted AND retry_at = ? FROM ringback.attempt
                        WHERE callback_id = ? AND call_status IS NOT NULL AND retry_at IS NOT NULL
                        ORDER BY started_at DESC, id DESC LIMIT 1""")
                .params(timestamp(retryAt), callbackId)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    Optional<Attempt> find(UUID id) {
        return jdbc.sql("SELECT * FROM ringback.attempt WHERE id = ?")
                .param(id)
                .query(attempts)
                .optional();
    }

    /** A call of this agent. */
    Optional<Call> find(String agentId, UUID id) {
        return jdbc.sql("SELECT * FROM ringback.attempt WHERE id = ? AND agent_id = ?")
                .params(id, agentId)
                .query(JdbcAttempts::call)
                .optional();
    }

    /** A call of the agent and all others of its allocation, oldest first. */
    List<Call> besides(String agentId, UUID id) {
        return jdbc.sql("""
                        SELECT * FROM ringback.attempt
                        WHERE allocation_id = (SELECT allocation_id FROM ringback.attempt WHERE id = ? AND agent_id = ?)
                        ORDER BY started_at, id""").params(id, agentId).query(JdbcAttempts::call).list();
    }

    /** The calls of an allocation, oldest first. */
    List<Call> ofAllocation(UUID allocationId) {
        return jdbc.sql("SELECT * FROM ringback.attempt WHERE allocation_id = ? ORDER BY started_at, id")
                .param(allocationId)
                .query(JdbcAttempts::call)
                .list();
    }

    /** The agent's last calls that the telephone system calls this, oldest first. */
    List<Call> byExternalCall(String agentId, String externalCallId, int limit) {
        return jdbc.sql("""
                        SELECT * FROM (
                            SELECT * FROM ringback.attempt WHERE agent_id = ? AND external_call_id = ?
                            ORDER BY started_at DESC, id DESC LIMIT ?) last
                        ORDER BY started_at, id""")
                .params(agentId, externalCallId, limit)
                .query(JdbcAttempts::call)
                .list();
    }

    List<Attempt> of(UUID callbackId) {
        return jdbc.sql("SELECT * FROM ringback.attempt WHERE callback_id = ? ORDER BY started_at, id")
                .param(callbackId)
                .query(attempts)
                .list();
    }

    private @Nullable String json(@Nullable Object value) {
        return value == null ? null : rows.json(value);
    }

    private static Call call(ResultSet row, int number) throws SQLException {
        return new Call(
                row.getObject("id", UUID.class),
                row.getObject("allocation_id", UUID.class),
                row.getBoolean("from_desk"),
                row.getString("external_call_id"),
                row.getTimestamp("started_at").toInstant(),
                instant(row, "ended_at"),
                instant(row, "start_told"),
                instant(row, "end_told"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var timestamp = row.getTimestamp(column);
        return timestamp == null ? null : timestamp.toInstant();
    }
}
