package io.ringback.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcRefusedRequests {

    private final JdbcClient jdbc;

    JdbcRefusedRequests(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void count(String program, @Nullable String listId, String code, String field, Instant at) {
        jdbc.sql("""
                        INSERT INTO ringback.refused_request (minute, program, list_id, code, field, times, first_at, last_at)
                        VALUES (:minute, :program, coalesce((SELECT id FROM ringback.callback_list WHERE id = :list), ''),
                                :code, :field, 1, :at, :at)
                        ON CONFLICT (minute, program, list_id, code, field) DO UPDATE SET
                            times = refused_request.times + 1, last_at = greatest(refused_request.last_at, excluded.last_at)""")
                .param("minute", Timestamp.from(at.truncatedTo(ChronoUnit.MINUTES)))
                .param("program", program)
                .param("list", listId)
                .param("code", code)
                .param("field", field)
                .param("at", Timestamp.from(at))
                .update();
    }

    /** Takes away those of minutes that were over at this moment, of which nobody else is telling. */
    List<Counted> takeBefore(Instant at, int limit) {
        return jdbc.sql("""
                        WITH over AS (
                            SELECT minute, program, list_id, code, field FROM ringback.refused_request WHERE minute < ?
                            ORDER BY minute, program, list_id, code, field LIMIT ? FOR UPDATE SKIP LOCKED),
                        taken AS (
                            DELETE FROM ringback.refused_request r USING over
                            WHERE (r.minute, r.program, r.list_id, r.code, r.field)
                                = (over.minute, over.program, over.list_id, over.code, over.field)
                            RETURNING r.*)
                        SELECT * FROM taken ORDER BY last_at, program, list_id, code, field""")
                .params(Timestamp.from(at.truncatedTo(ChronoUnit.MINUTES)), limit)
                .query(JdbcRefusedRequests::counted)
                .list();
    }

    private static Counted counted(ResultSet row, int number) throws SQLException {
        return new Counted(
                row.getString("program"),
                row.getString("list_id"),
                row.getString("code"),
                row.getString("field"),
                row.getLong("times"),
                row.getTimestamp("first_at").toInstant(),
                row.getTimestamp("last_at").toInstant());
    }
}
