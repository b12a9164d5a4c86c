package io.ringback.exchange;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Whose file is next. Of each account only the oldest one comes into question; among those of several accounts it is the
 * turn of the one that has waited the longest since it was served.
 */
@Repository
class JdbcImportQueue {

    /** The files of the same account that are looked at before {@code file}. */
    static final String LOOKED_AT_BEFORE = """
            FROM ringback.import_file AS older
            WHERE older.account_id = file.account_id AND older.content IS NOT NULL
              AND (older.created_at, older.id) < (file.created_at, file.id)""";

    /** The files of the same account that are imported before {@code file}. */
    static final String IMPORTED_BEFORE = """
            FROM ringback.import_file AS older
            WHERE older.account_id = file.account_id AND older.confirmed_at IS NOT NULL AND older.finished_at IS NULL
              AND (older.confirmed_at, older.id) < (file.confirmed_at, file.id)""";

    private final JdbcClient jdbc;
    private final ImportValues values;

    JdbcImportQueue(JdbcClient jdbc, ImportValues values) {
        this.jdbc = jdbc;
        this.values = values;
    }

    /** False when so many files of the account wait to be looked at already. */
    boolean add(UUID id, String account, UploadedFile file, int rows, Instant now, int most) {
        return jdbc.sql("""
                        INSERT INTO ringback.import_file
                            (id, account_id, content_hash, created_at, list_id, source, row_count, content, layout)
                        SELECT ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb
                        WHERE (SELECT count(*) FROM ringback.import_file
                               WHERE account_id = ? AND content IS NOT NULL) < ?""")
                        .params(
                                id,
                                account,
                                file.defaults().fingerprint(),
                                Timestamp.from(now),
                                file.listId(),
                                file.source().name(),
                                rows,
                                file.content(),
                                values.written(file.layout()),
                                account,
                                most)
                        .update()
                == 1;
    }

    /**
     * Takes the next one to be looked at.
     *
     * @param silentSince whoever took one and was not heard of since then has lost it
     */
    Optional<UUID> takeToLook(Instant now, Instant silentSince) {
        return jdbc.sql("""
                        UPDATE ringback.import_file SET looking_at = :now WHERE id = (
                            SELECT file.id FROM ringback.import_file AS file
                            WHERE content IS NOT NULL AND (looking_at IS NULL OR looking_at < :silent)
                              AND NOT EXISTS (SELECT %s)
                            ORDER BY (SELECT max(served.looked_at) FROM ringback.import_file AS served
                                      WHERE served.account_id = file.account_id) NULLS FIRST, created_at, id
                            LIMIT 1 FOR UPDATE SKIP LOCKED)
                        RETURNING id""".formatted(LOOKED_AT_BEFORE))
                .param("now", Timestamp.from(now))
                .param("silent", Timestamp.from(silentSince))
                .query(UUID.class)
                .optional();
    }

    /** False when it is another one's turn, or somebody looks at it already. */
    boolean takeToLook(UUID id, Instant now) {
        return jdbc.sql("""
                        UPDATE ringback.import_file AS file SET looking_at = ?
                        WHERE id = ? AND content IS NOT NULL AND looking_at IS NULL
                          AND NOT EXISTS (SELECT %s)""".formatted(LOOKED_AT_BEFORE))
                        .params(Timestamp.from(now), id)
                        .update()
                == 1;
    }

    Optional<UploadedFile> sent(UUID id) {
        return jdbc.sql("""
                        SELECT content AS bytes, list_id, source, layout, mends FROM ringback.import_file
                        WHERE id = ? AND content IS NOT NULL""").param(id).query((row, number) -> values.file(row)).optional();
    }

    /** Says that it is still being looked at; false when it is gone. */
    boolean looking(UUID id, Instant now) {
        return jdbc.sql("UPDATE ringback.import_file SET looking_at = ? WHERE id = ? AND content IS NOT NULL")
                        .params(Timestamp.from(now), id)
                        .update()
                == 1;
    }

    /** Nobody looks at it any more, though it is not done. */
    void leave(UUID id) {
        jdbc.sql("UPDATE ringback.import_file SET looking_at = NULL WHERE id = ? AND content IS NOT NULL")
                .param(id)
                .update();
    }

    /** It was looked at; its content is needed no longer, unless its sender may still say how to read it. */
    void lookedAt(UUID id, Instant now) {
        jdbc.sql("""
                        UPDATE ringback.import_file
                        SET kept = CASE WHEN asks THEN content END, content = NULL, looking_at = NULL, looked_at = ?
                        WHERE id = ? AND content IS NOT NULL""").params(Timestamp.from(now), id).update();
    }

    /**
     * The next one to be worked on; the one whose worker was heard of the longest ago.
     *
     * @param started here
     * @param silentSince others are taken when nobody was heard of since then
     */
    Optional<UUID> nextToImport(Collection<UUID> started, Instant silentSince) {
        return jdbc.sql("""
                        SELECT file.id FROM ringback.import_file AS file
                        WHERE confirmed_at IS NOT NULL AND finished_at IS NULL
                          AND (id = ANY (?::uuid[]) OR worked_at < ?)
                          AND NOT EXISTS (SELECT %s)
                        ORDER BY worked_at, confirmed_at, id LIMIT 1""".formatted(IMPORTED_BEFORE))
                .params(texts(started), Timestamp.from(silentSince))
                .query(UUID.class)
                .optional();
    }

    /** Those of them that are still to be imported. */
    List<UUID> unfinished(Collection<UUID> started) {
        return jdbc.sql("SELECT id FROM ringback.import_file WHERE id = ANY (?::uuid[]) AND finished_at IS NULL")
                .param(texts(started))
                .query(UUID.class)
                .list();
    }

    private static Object texts(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).toArray(String[]::new);
    }
}
