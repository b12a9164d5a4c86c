package io.ringback.exchange;

import io.ringback.exchange.ImportView.Result;
import io.ringback.exchange.ImportView.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The files that were sent, and how far they are. */
@Repository
class JdbcImports {

    private final JdbcClient jdbc;

    JdbcImports(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Without its errors. */
    Optional<ImportView> find(UUID id, String account) {
        return jdbc.sql("""
                        SELECT file.id, file.created_at, file.confirmed_at, file.finished_at,
                               greatest(file.row_count, count(import_row.row)) AS rows, file.content IS NOT NULL AS waiting,
                               file.asking, file.asks,
                               CASE WHEN file.content IS NOT NULL THEN (SELECT count(*) %s)
                                    WHEN file.confirmed_at IS NOT NULL AND file.finished_at IS NULL
                                    THEN (SELECT count(*) %s)
                                    ELSE 0 END AS ahead,
                               count(import_row.row) AS looked,
                               count(*) FILTER (WHERE outlook IS NOT NULL) AS valid,
                               count(*) FILTER (WHERE outlook = 'MERGE') AS will_merge,
                               count(*) FILTER (WHERE outlook = 'ALREADY_THERE') AS known,
                               count(*) FILTER (WHERE result = 'CREATED') AS created,
                               count(*) FILTER (WHERE result = 'MERGED') AS merged,
                               count(*) FILTER (WHERE result = 'ALREADY_THERE') AS already_there,
                               count(*) FILTER (WHERE result = 'FAILED') AS failed,
                               count(*) FILTER (WHERE result = 'SKIPPED') AS skipped,
                               count(*) FILTER (WHERE request IS NOT NULL) AS remaining
                        FROM ringback.import_file AS file LEFT JOIN ringback.import_row ON import_id = file.id
                        WHERE file.id = ? AND file.account_id = ? GROUP BY file.id""".formatted(JdbcImportQueue.LOOKED_AT_BEFORE, JdbcImportQueue.IMPORTED_BEFORE))
                .params(id, account)
                .query(JdbcImports::view)
                .optional();
    }

    /** Whose it is; its row is locked until the end of the transaction. */
    boolean lock(UUID id, String account) {
        return jdbc.sql("SELECT 1 FROM ringback.import_file WHERE id = ? AND account_id = ? FOR UPDATE")
                .params(id, account)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    void confirm(UUID id, Instant now) {
        jdbc.sql(
                        "UPDATE ringback.import_file SET confirmed_at = :now, worked_at = :now, kept = NULL, mends = NULL WHERE id = :id")
                .param("now", Timestamp.from(now))
                .param("id", id)
                .update();
    }

    /** The account in whose name it is worked on; empty when there is nothing left to do. */
    Optional<String> workOn(UUID id, Instant now) {
        return jdbc.sql("""
                        UPDATE ringback.import_file SET worked_at = ?
                        WHERE id = ? AND confirmed_at IS NOT NULL AND finished_at IS NULL
                        RETURNING account_id""").params(Timestamp.from(now), id).query(String.class).optional();
    }

    /** False unless this was the end: all rows are dealt with, and nobody has said so before. */
    boolean finish(UUID id, Instant now) {
        return jdbc.sql("""
                        UPDATE ringback.import_file SET finished_at = :now
                        WHERE id = :id AND finished_at IS NULL
                          AND NOT EXISTS (SELECT FROM ringback.import_row WHERE import_id = :id AND request IS NOT NULL)""").param("now", Timestamp.from(now)).param("id", id).update() == 1;
    }

    /** Deletes what was not confirmed in time, and reports that are old. */
    void forget(Instant sentBefore, Instant finishedBefore) {
        jdbc.sql("""
                        DELETE FROM ringback.import_file
                        WHERE confirmed_at IS NULL AND created_at <= ? OR finished_at <= ?""")
                .params(Timestamp.from(sentBefore), Timestamp.from(finishedBefore))
                .update();
    }

    private static ImportView view(ResultSet row, int number) throws SQLException {
        var finishedAt = instant(row, "finished_at");
        var confirmed = row.getTimestamp("confirmed_at") != null;
        var asking = row.getBoolean("asking") ? State.ASKING : State.CHECKED;
        var looked = row.getBoolean("waiting") ? State.CHECKING : asking;
        var state = finishedAt != null ? State.DONE : confirmed ? State.RUNNING : looked;
        var createdAt = row.getTimestamp("created_at").toInstant();
        return new ImportView(
                row.getObject("id", UUID.class),
                state,
                row.getInt("rows"),
                row.getInt("looked"),
                row.getInt("ahead"),
                row.getInt("valid"),
                row.getInt("looked") - row.getInt("valid"),
                row.getInt("will_merge"),
                row.getInt("known"),
                List.of(),
                new Result(
                        row.getInt("created"),
                        row.getInt("merged"),
                        row.getInt("already_there"),
                        row.getInt("failed"),
                        row.getInt("skipped"),
                        row.getInt("remaining")),
                createdAt,
                finishedAt,
                forgottenAt(state, createdAt, finishedAt),
                row.getBoolean("asks") && !confirmed);
    }

    private static @Nullable Instant forgottenAt(State state, Instant createdAt, @Nullable Instant finishedAt) {
        if (state != State.RUNNING && state != State.DONE) {
            return createdAt.plus(Imports.KEPT_UNCONFIRMED);
        }
        return finishedAt == null ? null : finishedAt.plus(Imports.KEPT_FINISHED);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var timestamp = row.getTimestamp(column);
        return timestamp == null ? null : timestamp.toInstant();
    }
}
