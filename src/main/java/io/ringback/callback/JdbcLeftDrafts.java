package io.ringback.callback;

import static io.ringback.callback.JdbcCallbacks.timestamp;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What agents left unsaved: on the last call of their allocation, or by itself when none was made. */
@Repository
class JdbcLeftDrafts {

    private final JdbcClient jdbc;
    private final JdbcCallbackRow rows;

    JdbcLeftDrafts(JdbcClient jdbc, JdbcCallbackRow rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    void keep(UUID callbackId, LeftDraft draft) {
        if (!keepWithCall(draft)) {
            keepAlone(callbackId, draft);
        }
    }

    List<LeftDraft> of(UUID callbackId) {
        return jdbc.sql("""
                        SELECT allocation_id, NULL::uuid AS call_id, agent_id, left_at, call_status, note, retry_at, form_data
                        FROM ringback.left_draft WHERE callback_id = :callback
                        UNION ALL
                        SELECT allocation_id, id, agent_id, left_at, left_status, note, retry_at, form_data
                        FROM ringback.attempt WHERE callback_id = :callback AND left_at IS NOT NULL
                        ORDER BY left_at, allocation_id""").param("callback", callbackId).query(this::draft).list();
    }

    private boolean keepWithCall(LeftDraft draft) {
        return jdbc.sql("""
                        UPDATE ringback.attempt
                        SET left_at = :at, left_status = :status, note = :note, retry_at = :retryAt::timestamptz,
                            form_data = :formData::jsonb
                        WHERE call_status IS NULL
                          AND id = (SELECT id FROM ringback.attempt WHERE allocation_id = :allocation
                                    ORDER BY started_at DESC, id DESC LIMIT 1)""")
                        .param("allocation", draft.allocationId())
                        .param("at", timestamp(draft.leftAt()))
                        .param("status", name(draft.callStatus()), Types.VARCHAR)
                        .param("note", draft.note(), Types.VARCHAR)
                        .param("retryAt", timestamp(draft.retryAt()), Types.TIMESTAMP)
                        .param("formData", json(draft), Types.VARCHAR)
                        .update()
                == 1;
    }

    private void keepAlone(UUID callbackId, LeftDraft draft) {
        jdbc.sql("""
                        INSERT INTO ringback.left_draft
                            (allocation_id, callback_id, agent_id, left_at, call_status, note, retry_at, form_data)
                        VALUES (:allocation, :callback, :agent, :at, :status, :note, :retryAt::timestamptz, :formData::jsonb)
                        ON CONFLICT DO NOTHING""")
                .param("allocation", draft.allocationId())
                .param("callback", callbackId)
                .param("agent", draft.leftBy())
                .param("at", timestamp(draft.leftAt()))
                .param("status", name(draft.callStatus()), Types.VARCHAR)
                .param("note", draft.note(), Types.VARCHAR)
                .param("retryAt", timestamp(draft.retryAt()), Types.TIMESTAMP)
                .param("formData", json(draft), Types.VARCHAR)
                .update();
    }

    private static @Nullable String name(@Nullable CallStatus callStatus) {
        return callStatus == null ? null : callStatus.name();
    }

    private @Nullable String json(LeftDraft draft) {
        return draft.formData() == null ? null : rows.json(draft.formData());
    }

    private LeftDraft draft(ResultSet row, int number) throws SQLException {
        var callStatus = row.getString("call_status");
        return new LeftDraft(
                row.getObject("allocation_id", UUID.class),
                row.getObject("call_id", UUID.class),
                row.getString("agent_id"),
                row.getTimestamp("left_at").toInstant(),
                callStatus == null ? null : CallStatus.valueOf(callStatus),
                row.getString("note"),
                JdbcCallbackRow.instantOrNull(row, "retry_at"),
                rows.answers(row.getString("form_data")));
    }
}
