package io.ringback.design;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcDrafts {

    private static final String DRAFT = "SELECT * FROM ringback.model_draft WHERE deleted_at IS NULL AND ";

    private final JdbcClient jdbc;

    JdbcDrafts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Draft> find(UUID id) {
        return jdbc.sql(DRAFT + "id = ?").param(id).query(JdbcDrafts::draft).optional();
    }

    List<Draft> of(String ownerId) {
        return jdbc.sql(DRAFT + "owner_id = ? ORDER BY saved_at DESC, id")
                .param(ownerId)
                .query(JdbcDrafts::draft)
                .list();
    }

    void mark(Collection<UUID> ids, DraftState state) {
        for (var id : ids.stream().sorted().toList()) {
            jdbc.sql("UPDATE ringback.model_draft SET state = ? WHERE id = ?")
                    .params(state.name(), id)
                    .update();
        }
    }

    static Draft draft(ResultSet row, int number) throws SQLException {
        return new Draft(
                row.getObject("id", UUID.class),
                row.getString("file"),
                row.getString("content"),
                row.getString("owner_id"),
                row.getInt("revision"),
                row.getString("based_on_key"),
                row.getObject("based_on_version", Integer.class),
                row.getTimestamp("saved_at").toInstant(),
                DraftState.valueOf(row.getString("state")));
    }
}
