package io.ringback.task;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ringback.account.Account;
import io.ringback.form.FormVersion;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of the tasks. */
@Repository
class JdbcTasks {

    private static final TypeReference<Map<String, Object>> ANSWERS = new TypeReference<>() {};

    /** Whoever cannot sign in any more keeps no task from others. */
    private static final String FREE = """
            (task.claimed_by IS NULL OR NOT EXISTS (
                SELECT FROM ringback.account holder WHERE holder.id = task.claimed_by AND holder.enabled))""";

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    JdbcTasks(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** False when it is there already. */
    boolean insert(Task task) {
        var form = task.form();
        return jdbc.sql("""
                        INSERT INTO ringback.task
                            (id, engine_task_id, callback_id, element, name, groups, people, form_key, form_version,
                             opened_at, claimed_by, claimed_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        ON CONFLICT (engine_task_id) DO NOTHING""")
                        .params(Arrays.asList(
                                task.id(),
                                task.engineTaskId(),
                                task.callbackId(),
                                task.element(),
                                task.name(),
                                task.groups().toArray(String[]::new),
                                task.people().toArray(String[]::new),
                                form == null ? null : form.key(),
                                form == null ? null : form.version(),
                                Timestamp.from(task.openedAt()),
                                task.claimedBy(),
                                timestamp(task.claimedAt())))
                        .update()
                == 1;
    }

    Optional<Task> find(UUID id) {
        return jdbc.sql("SELECT * FROM ringback.task WHERE id = ?")
                .param(id)
                .query(this::task)
                .optional();
    }

    Optional<Task> lock(UUID id) {
        return jdbc.sql("SELECT * FROM ringback.task WHERE id = ? FOR UPDATE")
                .param(id)
                .query(this::task)
                .optional();
    }

    /** Those of the account and those it may claim, oldest first, after this one. */
    List<Task> open(Account account, @Nullable Task after, int limit) {
        return jdbc.sql("""
                        SELECT * FROM ringback.task task
                        WHERE closed_at IS NULL
                          AND (groups && :groups::text[] OR :account = ANY (people))
                          AND (claimed_by = :account OR %s)
                          AND (:afterId::uuid IS NULL OR (opened_at, id) > (:afterTime::timestamptz, :afterId::uuid))
                        ORDER BY opened_at, id LIMIT :limit""".formatted(FREE))
                .param("account", account.id())
                .param("groups", account.allGroups().toArray(String[]::new))
                .param("afterId", after == null ? null : after.id())
                .param("afterTime", after == null ? null : Timestamp.from(after.openedAt()))
                .param("limit", limit)
                .query(this::task)
                .list();
    }

    /** All that the process of a callback has had, oldest first. */
    List<Task> of(UUID callbackId) {
        return jdbc.sql("SELECT * FROM ringback.task WHERE callback_id = ? ORDER BY opened_at, id")
                .param(callbackId)
                .query(this::task)
                .list();
    }

    long countOpen() {
        return jdbc.sql("SELECT count(*) FROM ringback.task WHERE closed_at IS NULL")
                .query(Long.class)
                .single();
    }

    /** Whether it was anyone's to claim; the caller has locked it. */
    boolean claim(UUID id, String account, Instant at) {
        return jdbc.sql("""
                        UPDATE ringback.task task SET claimed_by = ?, claimed_at = ?, answers = NULL
                        WHERE id = ? AND closed_at IS NULL AND %s""".formatted(FREE))
                        .params(account, Timestamp.from(at), id)
                        .update()
                == 1;
    }

    void release(UUID id) {
        jdbc.sql("UPDATE ringback.task SET claimed_by = NULL, claimed_at = NULL, answers = NULL WHERE id = ?")
                .param(id)
                .update();
    }

    void keepDraft(UUID id, @Nullable Map<String, Object> answers) {
        jdbc.sql("UPDATE ringback.task SET answers = ?::jsonb WHERE id = ?")
                .params(Arrays.asList(json(answers), id))
                .update();
    }

    void complete(UUID id, String account, @Nullable Map<String, Object> answers, Instant at) {
        jdbc.sql("""
                        UPDATE ringback.task SET answers = ?::jsonb, closed_at = ?, closed_as = 'COMPLETED', closed_by = ?
                        WHERE id = ?""")
                .params(Arrays.asList(json(answers), Timestamp.from(at), account, id))
                .update();
    }

    void withdraw(String engineTaskId, Instant at) {
        jdbc.sql("""
                        UPDATE ringback.task SET closed_at = ?, closed_as = 'WITHDRAWN'
                        WHERE engine_task_id = ? AND closed_at IS NULL""").params(Timestamp.from(at), engineTaskId).update();
    }

    private Task task(ResultSet row, int number) throws SQLException {
        var end = row.getString("closed_as");
        return new Task(
                row.getObject("id", UUID.class),
                row.getString("engine_task_id"),
                row.getObject("callback_id", UUID.class),
                row.getString("element"),
                row.getString("name"),
                Set.of((String[]) row.getArray("groups").getArray()),
                Set.of((String[]) row.getArray("people").getArray()),
                form(row),
                row.getTimestamp("opened_at").toInstant(),
                row.getString("claimed_by"),
                instant(row, "claimed_at"),
                answers(row.getString("answers")),
                instant(row, "closed_at"),
                end == null ? null : Task.End.valueOf(end),
                row.getString("closed_by"));
    }

    private @Nullable String json(@Nullable Map<String, Object> answers) {
        try {
            return answers == null ? null : json.writeValueAsString(answers);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Answers were read from JSON and cannot be written as such", e);
        }
    }

    private @Nullable Map<String, Object> answers(@Nullable String text) throws SQLException {
        try {
            return text == null ? null : json.readValue(text, ANSWERS);
        } catch (JsonProcessingException e) {
            throw new SQLException("the answers cannot be read", e);
        }
    }

    private static @Nullable FormVersion form(ResultSet row) throws SQLException {
        var key = row.getString("form_key");
        return key == null ? null : new FormVersion(key, row.getInt("form_version"));
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var timestamp = row.getTimestamp(column);
        return timestamp == null ? null : timestamp.toInstant();
    }
}
