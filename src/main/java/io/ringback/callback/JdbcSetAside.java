package io.ringback.callback;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcSetAside {

    private final JdbcClient jdbc;

    JdbcSetAside(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long count() {
        return jdbc.sql("SELECT count(*) FROM ringback.callback WHERE set_aside_at IS NOT NULL AND closed_at IS NULL")
                .query(Long.class)
                .single();
    }

    List<SetAsideCallback> oldest(int limit) {
        return jdbc.sql("""
                        SELECT id, list_id, set_aside_at, set_aside_because, agent_id IS NOT NULL AS held
                        FROM ringback.callback WHERE set_aside_at IS NOT NULL AND closed_at IS NULL
                        ORDER BY set_aside_at, id LIMIT ?""").param(limit).query(JdbcSetAside::callback).list();
    }

    private static SetAsideCallback callback(ResultSet row, int number) throws SQLException {
        return new SetAsideCallback(
                row.getObject("id", UUID.class),
                row.getString("list_id"),
                row.getTimestamp("set_aside_at").toInstant(),
                row.getString("set_aside_because"),
                row.getBoolean("held"));
    }
}
