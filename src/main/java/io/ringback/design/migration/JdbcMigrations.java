package io.ringback.design.migration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The migrations and how far they are. */
@Repository
class JdbcMigrations {

    private static final TypeReference<Map<String, String>> MAPPING = new TypeReference<>() {};

    private static final String VIEW = """
            SELECT migration.*, counted.moved, counted.stuck, counted.ended, counted.waiting, counted.total
            FROM ringback.process_migration AS migration CROSS JOIN LATERAL (
                SELECT count(*) FILTER (WHERE one.state = 'MOVED') AS moved,
                       count(*) FILTER (WHERE one.state = 'STUCK') AS stuck,
                       count(*) FILTER (WHERE one.state = 'ENDED') AS ended,
                       count(*) FILTER (WHERE one.state = 'WAITING') AS waiting,
                       count(*) AS total
                FROM ringback.process_migration_case AS one WHERE one.migration_id = migration.id) AS counted
            """;

    static final String SOME_RUN = "EXISTS (SELECT FROM ringback.process_migration WHERE state = 'RUNNING')";

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    JdbcMigrations(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** False when another one of the process is not done yet. */
    boolean add(UUID id, Route route, String reason, String by, Instant now) {
        try {
            return jdbc.sql("""
                            INSERT INTO ringback.process_migration
                                (id, process, from_version, to_version, mapping, reason, started_by, started_at, state)
                            VALUES (?, ?, ?, ?, ?::jsonb, ?, ?, ?, 'RUNNING')""")
                            .params(
                                    id,
                                    route.process(),
                                    route.from(),
                                    route.to(),
                                    json.writeValueAsString(route.mapping()),
                                    reason,
                                    by,
                                    Timestamp.from(now))
                            .update()
                    == 1;
        } catch (DuplicateKeyException another) {
            return false;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the mapping cannot be written", e);
        }
    }

    Optional<MigrationView> find(UUID id) {
        return jdbc.sql(VIEW + "WHERE migration.id = ?")
                .param(id)
                .query(this::view)
                .optional();
    }

    /** Newest first. */
    List<MigrationView> page(@Nullable String process, @Nullable UUID after, int limit) {
        return jdbc.sql(VIEW + """
                        WHERE (CAST(:process AS text) IS NULL OR migration.process = :process)
                          AND (CAST(:after AS uuid) IS NULL OR (migration.started_at, migration.id) < (
                              SELECT started_at, id FROM ringback.process_migration WHERE id = :after))
                        ORDER BY migration.started_at DESC, migration.id DESC LIMIT :limit""")
                .param("process", process)
                .param("after", after)
                .param("limit", limit)
                .query(this::view)
                .list();
    }

    /** Locks it until the end of the transaction. */
    Optional<MigrationView.State> lock(UUID id) {
        return state(id, "FOR UPDATE");
    }

    /** Whether it may go on; nobody pauses it before the end of the transaction. */
    boolean holdRunning(UUID id) {
        return state(id, "FOR SHARE")
                .filter(MigrationView.State.RUNNING::equals)
                .isPresent();
    }

    private Optional<MigrationView.State> state(UUID id, String lock) {
        return jdbc.sql("SELECT state FROM ringback.process_migration WHERE id = ? " + lock)
                .param(id)
                .query((row, number) -> MigrationView.State.valueOf(row.getString("state")))
                .optional();
    }

    /** @param now when it is done; null when it goes on some time */
    void set(UUID id, MigrationView.State state, @Nullable Instant now) {
        jdbc.sql("UPDATE ringback.process_migration SET state = :state, finished_at = :now WHERE id = :id")
                .param("state", state.name())
                .param("now", now == null ? null : Timestamp.from(now))
                .param("id", id)
                .update();
    }

    /**
     * Takes one to be worked on: one's own, or one that nobody was heard of since.
     *
     * @param silentSince whoever worked on one and was not heard of since then has lost it
     */
    Optional<MigrationView> take(UUID worker, Instant now, Instant silentSince) {
        return jdbc.sql("""
                        UPDATE ringback.process_migration SET worked_by = :worker, worked_at = :now WHERE id = (
                            SELECT id FROM ringback.process_migration
                            WHERE state = 'RUNNING'
                              AND (worked_by IS NULL OR worked_by = :worker OR worked_at < :silent)
                            ORDER BY worked_at NULLS FIRST, id LIMIT 1 FOR UPDATE SKIP LOCKED)
                        RETURNING id""")
                .param("worker", worker)
                .param("now", Timestamp.from(now))
                .param("silent", Timestamp.from(silentSince))
                .query(UUID.class)
                .optional()
                .flatMap(this::find);
    }

    private MigrationView view(ResultSet row, int number) throws SQLException {
        var finishedAt = row.getTimestamp("finished_at");
        return new MigrationView(
                row.getObject("id", UUID.class),
                row.getString("process"),
                row.getInt("from_version"),
                row.getInt("to_version"),
                mapping(row.getString("mapping")),
                row.getString("reason"),
                row.getString("started_by"),
                row.getTimestamp("started_at").toInstant(),
                finishedAt == null ? null : finishedAt.toInstant(),
                MigrationView.State.valueOf(row.getString("state")),
                row.getInt("moved"),
                row.getInt("stuck"),
                row.getInt("ended"),
                row.getInt("waiting"),
                row.getInt("total"));
    }

    private Map<String, String> mapping(String text) {
        try {
            return json.readValue(text, MAPPING);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the mapping cannot be read", e);
        }
    }
}
