package io.ringback.callback;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The ends of calls whose start was not told yet. */
@Repository
class JdbcCallEnds {

    private final JdbcClient jdbc;

    JdbcCallEnds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(String agentId, ReportedEnd end) {
        jdbc.sql("""
                        INSERT INTO ringback.call_end (agent_id, external_call_id, at, told_at, recording_url, proposed_status)
                        VALUES (?, ?, ?, ?, ?, ?)
                        ON CONFLICT (agent_id, external_call_id, at) DO UPDATE
                        SET recording_url = coalesce(excluded.recording_url, call_end.recording_url),
                            proposed_status = coalesce(excluded.proposed_status, call_end.proposed_status)""")
                .params(Arrays.asList(
                        agentId,
                        end.externalCallId(),
                        Timestamp.from(end.at()),
                        Timestamp.from(end.toldAt()),
                        end.recordingUrl(),
                        end.proposed() == null ? null : end.proposed().name()))
                .update();
    }

    void remove(String agentId, ReportedEnd end) {
        jdbc.sql("DELETE FROM ringback.call_end WHERE agent_id = ? AND external_call_id = ? AND at = ?")
                .params(agentId, end.externalCallId(), Timestamp.from(end.at()))
                .update();
    }

    void forgetBefore(String agentId, Instant toldBefore) {
        jdbc.sql("DELETE FROM ringback.call_end WHERE agent_id = ? AND told_at < ?")
                .params(agentId, Timestamp.from(toldBefore))
                .update();
    }

    /** Earliest first. */
    List<ReportedEnd> of(String agentId, String externalCallId) {
        return jdbc.sql("SELECT * FROM ringback.call_end WHERE agent_id = ? AND external_call_id = ? ORDER BY at")
                .params(agentId, externalCallId)
                .query((row, number) -> new ReportedEnd(
                        row.getString("external_call_id"),
                        row.getTimestamp("at").toInstant(),
                        row.getTimestamp("told_at").toInstant(),
                        row.getString("recording_url"),
                        proposed(row.getString("proposed_status"))))
                .list();
    }

    private static @Nullable CallStatus proposed(@Nullable String name) {
        return name == null ? null : CallStatus.valueOf(name);
    }
}
