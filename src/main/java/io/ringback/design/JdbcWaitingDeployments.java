package io.ringback.design;

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
class JdbcWaitingDeployments {

    private final JdbcClient jdbc;

    JdbcWaitingDeployments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(WaitingDeployment waiting) {
        jdbc.sql("""
                        INSERT INTO ringback.deployment_request (id, requested_by, requested_at, reason)
                        VALUES (?, ?, ?, ?)""")
                .params(waiting.id(), waiting.requestedBy(), Timestamp.from(waiting.requestedAt()), waiting.reason())
                .update();
        for (var file : waiting.files()) {
            jdbc.sql("""
                            INSERT INTO ringback.deployment_request_file (request_id, name, content, based_on, draft_id)
                            VALUES (?, ?, ?, ?, ?)""")
                    .params(Arrays.asList(waiting.id(), file.name(), file.content(), file.basedOn(), file.draftId()))
                    .update();
        }
    }

    int count() {
        return jdbc.sql("SELECT count(*) FROM ringback.deployment_request WHERE state = 'WAITING'")
                .query(Integer.class)
                .single();
    }

    int count(String requestedBy) {
        return jdbc.sql("SELECT count(*) FROM ringback.deployment_request WHERE state = 'WAITING' AND requested_by = ?")
                .param(requestedBy)
                .query(Integer.class)
                .single();
    }

    /** Those that nobody has decided on, the oldest first. */
    List<WaitingDeployment> waiting(int limit) {
        return jdbc.sql("""
                        SELECT id, requested_by, requested_at, reason FROM ringback.deployment_request
                        WHERE state = 'WAITING' ORDER BY requested_at, id LIMIT ?""").param(limit).query(this::read).list();
    }

    Optional<WaitingDeployment> find(UUID id) {
        return jdbc.sql("""
                        SELECT id, requested_by, requested_at, reason FROM ringback.deployment_request
                        WHERE id = ? AND state = 'WAITING'""").param(id).query(this::read).optional();
    }

    boolean exists(UUID id) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM ringback.deployment_request WHERE id = ?)")
                .param(id)
                .query(Boolean.class)
                .single();
    }

    /** @return false when somebody has decided before */
    boolean decide(UUID id, String state, String by, @Nullable String reason, Instant at) {
        return jdbc.sql("""
                                UPDATE ringback.deployment_request
                                SET state = ?, decided_by = ?, decision_reason = ?, decided_at = ?
                                WHERE id = ? AND state = 'WAITING'""")
                        .params(Arrays.asList(state, by, reason, Timestamp.from(at), id))
                        .update()
                == 1;
    }

    private WaitingDeployment read(ResultSet row, int number) throws SQLException {
        var id = row.getObject("id", UUID.class);
        return new WaitingDeployment(
                id,
                row.getString("requested_by"),
                row.getTimestamp("requested_at").toInstant(),
                row.getString("reason"),
                files(id));
    }

    private List<WaitingDeployment.File> files(UUID id) {
        return jdbc.sql("""
                        SELECT name, content, based_on, draft_id FROM ringback.deployment_request_file
                        WHERE request_id = ? ORDER BY name""")
                .param(id)
                .query((row, number) -> new WaitingDeployment.File(
                        row.getString("name"),
                        row.getString("content"),
                        row.getObject("based_on", Integer.class),
                        row.getObject("draft_id", UUID.class)))
                .list();
    }
}
