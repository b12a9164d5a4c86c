package io.ringback.design;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcDrafts {

    private static final String DRAFT = "SELECT * FROM ringback.model_draft WHERE deleted_at IS NULL AND ";

    private final JdbcClient jdbc;

    JdbcDrafts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What a table of drafts shows of one.
     *
     * @param deletedAt null unless it was deleted
     */
    record Row(
            UUID id,
            String file,
            @Nullable String key,
            String ownerId,
            @Nullable String basedOnKey,
            @Nullable Integer basedOnVersion,
            int revision,
            DraftState state,
            Instant savedAt,
            @Nullable Instant deletedAt) {}

    Optional<Draft> find(UUID id) {
        return jdbc.sql(DRAFT + "id = ?").param(id).query(JdbcDrafts::draft).optional();
    }

    /** Locked until the end of the transaction; behind its owner, if both are. */
    Optional<Draft> lock(UUID id) {
        return jdbc.sql(DRAFT + "id = ? FOR UPDATE")
                .param(id)
                .query(JdbcDrafts::draft)
                .optional();
    }

    Optional<Draft> lockDeleted(UUID id) {
        return jdbc.sql("SELECT * FROM ringback.model_draft WHERE deleted_at IS NOT NULL AND id = ? FOR UPDATE")
                .param(id)
                .query(JdbcDrafts::draft)
                .optional();
    }

    /** So that no two requests of one designer make the last draft that may be made. */
    void lockOwner(String ownerId) {
        jdbc.sql("SELECT id FROM ringback.account WHERE id = ? FOR NO KEY UPDATE")
                .param(ownerId)
                .query(String.class)
                .list();
    }

    List<Draft> of(String ownerId) {
        return jdbc.sql(DRAFT + "owner_id = ? ORDER BY saved_at DESC, id")
                .param(ownerId)
                .query(JdbcDrafts::draft)
                .list();
    }

    int count(String ownerId) {
        return jdbc.sql("SELECT count(*) FROM ringback.model_draft WHERE deleted_at IS NULL AND owner_id = ?")
                .param(ownerId)
                .query(Integer.class)
                .single();
    }

    /** Without their contents, the last saved first; those that were deleted last. */
    List<Row> rows() {
        return jdbc.sql("""
                        SELECT id, file, model_key, owner_id, based_on_key, based_on_version, revision, state, saved_at, deleted_at
                        FROM ringback.model_draft ORDER BY deleted_at IS NOT NULL, saved_at DESC, id""").query(JdbcDrafts::row).list();
    }

    Optional<Row> row(UUID id) {
        return jdbc.sql("""
                        SELECT id, file, model_key, owner_id, based_on_key, based_on_version, revision, state, saved_at, deleted_at
                        FROM ringback.model_draft WHERE id = ? AND deleted_at IS NULL""").param(id).query(JdbcDrafts::row).optional();
    }

    /** Who works on these files, by their names: whose draft is neither deleted nor deployed. */
    Map<String, List<String>> ownersOf(Collection<String> files) {
        record Owner(String file, String owner) {}
        return files.isEmpty()
                ? Map.of()
                : jdbc.sql("""
                                SELECT DISTINCT file, owner_id AS owner FROM ringback.model_draft
                                WHERE file IN (:files) AND deleted_at IS NULL AND state <> 'DEPLOYED'
                                ORDER BY file, owner_id""").param("files", files).query(Owner.class).list().stream()
                        .collect(groupingBy(Owner::file, mapping(Owner::owner, toList())));
    }

    void insert(Draft draft, @Nullable String key) {
        jdbc.sql("""
                        INSERT INTO ringback.model_draft
                            (id, owner_id, file, model_key, content, based_on_key, based_on_version, saved_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(Arrays.asList(
                        draft.id(),
                        draft.ownerId(),
                        draft.file(),
                        key,
                        draft.content(),
                        draft.basedOnKey(),
                        draft.basedOnVersion(),
                        Timestamp.from(draft.savedAt())))
                .update();
    }

    void save(UUID id, String content, @Nullable String key, Instant now) {
        jdbc.sql("""
                        UPDATE ringback.model_draft
                        SET content = ?, model_key = ?, revision = revision + 1, state = 'DRAFT', saved_at = ?
                        WHERE id = ?""")
                .params(Arrays.asList(content, key, Timestamp.from(now), id))
                .update();
    }

    void rebase(UUID id, String key, int version) {
        jdbc.sql("UPDATE ringback.model_draft SET based_on_key = ?, based_on_version = ? WHERE id = ?")
                .params(key, version, id)
                .update();
    }

    void mark(Collection<UUID> ids, DraftState state) {
        for (var id : ids.stream().sorted().toList()) {
            jdbc.sql("UPDATE ringback.model_draft SET state = ? WHERE id = ?")
                    .params(state.name(), id)
                    .update();
        }
    }

    void delete(UUID id, Instant now) {
        jdbc.sql("UPDATE ringback.model_draft SET deleted_at = ? WHERE id = ?")
                .params(Timestamp.from(now), id)
                .update();
    }

    void restore(UUID id) {
        jdbc.sql("UPDATE ringback.model_draft SET deleted_at = NULL WHERE id = ?")
                .param(id)
                .update();
    }

    /** Takes away for good what was deleted before. */
    void forget(Instant before) {
        jdbc.sql("DELETE FROM ringback.model_draft WHERE deleted_at < ?")
                .param(Timestamp.from(before))
                .update();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        var deletedAt = row.getTimestamp("deleted_at");
        return new Row(
                row.getObject("id", UUID.class),
                row.getString("file"),
                row.getString("model_key"),
                row.getString("owner_id"),
                row.getString("based_on_key"),
                row.getObject("based_on_version", Integer.class),
                row.getInt("revision"),
                DraftState.valueOf(row.getString("state")),
                row.getTimestamp("saved_at").toInstant(),
                deletedAt == null ? null : deletedAt.toInstant());
    }

    private static Draft draft(ResultSet row, int number) throws SQLException {
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
