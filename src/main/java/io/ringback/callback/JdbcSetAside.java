package io.ringback.callback;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcSetAside implements ToMend {

    private static final String IN_NOBODYS_HANDS =
            "set_aside_at IS NOT NULL AND closed_at IS NULL AND agent_id IS NULL";

    private final JdbcClient jdbc;

    JdbcSetAside(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Also those that no other models have been deployed for yet: which there are is not known here. */
    @Override
    public String condition() {
        return """
                EXISTS (SELECT FROM ringback.set_aside JOIN ringback.callback ON callback.id = callback_id
                        WHERE models_at IS NOT NULL AND %s)""".formatted(IN_NOBODYS_HANDS);
    }

    long count() {
        return jdbc.sql("SELECT count(*) FROM ringback.callback WHERE set_aside_at IS NOT NULL AND closed_at IS NULL")
                .query(Long.class)
                .single();
    }

    List<SetAsideCallback> oldest(int limit) {
        return jdbc.sql("""
                        SELECT callback.id, list_id, set_aside_at, set_aside_because, agent_id IS NOT NULL AS held,
                               file, version, element_id, message
                        FROM ringback.callback
                        LEFT JOIN ringback.set_aside ON callback_id = callback.id
                        WHERE set_aside_at IS NOT NULL AND closed_at IS NULL
                        ORDER BY set_aside_at, callback.id LIMIT ?""").param(limit).query(JdbcSetAside::callback).list();
    }

    /** @param modelsAt from when on models deployed count as other ones; null when no model is to blame */
    void add(UUID callbackId, BlamedModel blamed, @Nullable Instant modelsAt) {
        jdbc.sql("""
                        INSERT INTO ringback.set_aside (callback_id, file, version, element_id, message, models_at)
                        VALUES (?, ?, ?, ?, ?, ?)
                        ON CONFLICT (callback_id) DO UPDATE
                        SET file = excluded.file, version = excluded.version, element_id = excluded.element_id,
                            message = excluded.message, models_at = excluded.models_at""")
                .params(Arrays.asList(
                        callbackId,
                        blamed.file(),
                        blamed.version(),
                        blamed.element(),
                        blamed.message(),
                        modelsAt == null ? null : Timestamp.from(modelsAt)))
                .update();
    }

    void remove(UUID callbackId) {
        jdbc.sql("DELETE FROM ringback.set_aside WHERE callback_id = ?")
                .param(callbackId)
                .update();
    }

    /** Those in nobody's hands that models deployed since may mend. */
    List<UUID> toTakeUp(Instant modelsChangedAt, int limit) {
        return jdbc.sql("""
                        SELECT callback.id FROM ringback.set_aside
                        JOIN ringback.callback ON callback.id = callback_id
                        WHERE models_at < ? AND %s
                        ORDER BY set_aside_at, callback.id LIMIT ?""".formatted(IN_NOBODYS_HANDS))
                .params(Timestamp.from(modelsChangedAt), limit)
                .query(UUID.class)
                .list();
    }

    /** The models there are have been tried in vain. */
    void tried(UUID callbackId, Instant at) {
        jdbc.sql("UPDATE ringback.set_aside SET models_at = ? WHERE callback_id = ?")
                .params(Timestamp.from(at), callbackId)
                .update();
    }

    private static SetAsideCallback callback(ResultSet row, int number) throws SQLException {
        return new SetAsideCallback(
                row.getObject("id", UUID.class),
                row.getString("list_id"),
                row.getTimestamp("set_aside_at").toInstant(),
                row.getString("set_aside_because"),
                row.getBoolean("held"),
                row.getString("file"),
                row.getObject("version", Integer.class),
                row.getString("element_id"),
                row.getString("message"));
    }
}
