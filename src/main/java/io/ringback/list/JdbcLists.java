package io.ringback.list;

import io.ringback.platform.database.PlannedOnce;
import io.ringback.platform.database.RowsOfTransaction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcLists {

    private final JdbcClient jdbc;
    private final StoredHours hours;
    private final StoredPolicy policies;
    private final RowsOfTransaction<String, CallbackList> seen = new RowsOfTransaction<>();

    JdbcLists(JdbcClient jdbc, StoredHours hours, StoredPolicy policies) {
        this.jdbc = jdbc;
        this.hours = hours;
        this.policies = policies;
    }

    List<CallbackList> all() {
        return jdbc.sql("SELECT * FROM ringback.callback_list WHERE archived_at IS NULL ORDER BY id")
                .query(this::list)
                .list();
    }

    Optional<CallbackList> find(String id) {
        return jdbc.sql("SELECT * FROM ringback.callback_list WHERE id = ? AND archived_at IS NULL")
                .param(id)
                .query(this::list)
                .optional()
                .map(this::keep);
    }

    /** Empty when the transaction has not read it so far. */
    Optional<CallbackList> seen(String id) {
        return seen.find(id);
    }

    private CallbackList keep(CallbackList list) {
        return seen.keep(list.id(), list);
    }

    /** The last archived first. */
    List<ArchivedList> archived() {
        return jdbc.sql(
                        "SELECT * FROM ringback.callback_list WHERE archived_at IS NOT NULL ORDER BY archived_at DESC, id")
                .query(this::archivedList)
                .list();
    }

    Optional<ArchivedList> archived(String id) {
        return jdbc.sql("SELECT * FROM ringback.callback_list WHERE id = ? AND archived_at IS NOT NULL")
                .param(id)
                .query(this::archivedList)
                .optional();
    }

    /**
     * Waits for an archiving that is under way, and keeps the next one out until the end of the transaction, which takes a
     * request in.
     */
    Optional<CallbackList> findForShare(String id) {
        return jdbc.sql("""
                        SELECT *, %s FROM ringback.callback_list
                        WHERE id = ? AND archived_at IS NULL FOR KEY SHARE""".formatted(PlannedOnce.FROM_NOW_ON))
                .param(id)
                .query(this::list)
                .optional()
                .map(this::keep);
    }

    /** False when the id is taken, also by an archived list. */
    boolean insert(CallbackList list, Instant now) {
        return jdbc.sql("""
                        INSERT INTO ringback.callback_list
                            (name, region, zone, allocation_order, due_after_ms, expires_after_ms, auto_stop_after_ms,
                             close_after_call_ms, max_attempts, form_key, policy, id, created_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?)
                        ON CONFLICT DO NOTHING""")
                        .params(settings(list))
                        .params(list.id(), Timestamp.from(now))
                        .update()
                == 1;
    }

    /** The list after the change; empty when it was changed since the version named in {@code list}. */
    Optional<CallbackList> update(CallbackList list) {
        seen.forget();
        return jdbc.sql("""
                        UPDATE ringback.callback_list
                        SET name = ?, region = ?, zone = ?, allocation_order = ?, due_after_ms = ?, expires_after_ms = ?,
                            auto_stop_after_ms = ?, close_after_call_ms = ?, max_attempts = ?, form_key = ?,
                            policy = ?::jsonb, version = version + 1
                        WHERE id = ? AND version = ? AND archived_at IS NULL
                        RETURNING *""")
                .params(settings(list))
                .params(list.id(), list.version())
                .query(this::list)
                .optional();
    }

    /** Locks the list against new callbacks ({@link #findForShare}), so that none slips in before the archiving. */
    boolean lock(String id) {
        return jdbc.sql("SELECT 1 FROM ringback.callback_list WHERE id = ? AND archived_at IS NULL FOR UPDATE")
                .param(id)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    long openCallbacks(String id) {
        return jdbc.sql("SELECT count(*) FROM ringback.callback WHERE list_id = ? AND closed_at IS NULL")
                .param(id)
                .query(Long.class)
                .single();
    }

    long openCallbacksBefore(String id, Instant time) {
        return jdbc.sql("""
                        SELECT count(*) FROM ringback.callback
                        WHERE list_id = ? AND closed_at IS NULL AND created_at < ?""").params(id, Timestamp.from(time)).query(Long.class).single();
    }

    void archive(String id, Instant now) {
        seen.forget();
        jdbc.sql("UPDATE ringback.callback_list SET archived_at = ?, version = version + 1 WHERE id = ?")
                .params(Timestamp.from(now), id)
                .update();
    }

    /** False when the list is not archived. */
    boolean restore(String id) {
        seen.forget();
        return jdbc.sql("""
                        UPDATE ringback.callback_list SET archived_at = NULL, version = version + 1
                        WHERE id = ? AND archived_at IS NOT NULL""").param(id).update() == 1;
    }

    private List<@Nullable Object> settings(CallbackList list) {
        return Arrays.asList(
                list.name(),
                list.region(),
                list.zone().getId(),
                list.order().name(),
                list.dueAfter().toMillis(),
                list.expiresAfter().toMillis(),
                millis(list.autoStopAfter()),
                millis(list.closeAfterCall()),
                list.maxAttempts(),
                list.formKey(),
                policies.written(list.policy()));
    }

    private static @Nullable Long millis(@Nullable Duration duration) {
        return duration == null ? null : duration.toMillis();
    }

    private static @Nullable Duration duration(ResultSet row, String column) throws SQLException {
        var millis = row.getObject(column, Long.class);
        return millis == null ? null : Duration.ofMillis(millis);
    }

    private ArchivedList archivedList(ResultSet row, int number) throws SQLException {
        return new ArchivedList(
                list(row, number), row.getTimestamp("archived_at").toInstant());
    }

    private CallbackList list(ResultSet row, int number) throws SQLException {
        var zone = ZoneId.of(row.getString("zone"));
        return new CallbackList(
                row.getString("id"),
                row.getString("name"),
                row.getString("region"),
                zone,
                AllocationOrder.valueOf(row.getString("allocation_order")),
                Duration.ofMillis(row.getLong("due_after_ms")),
                Duration.ofMillis(row.getLong("expires_after_ms")),
                duration(row, "auto_stop_after_ms"),
                duration(row, "close_after_call_ms"),
                row.getObject("max_attempts", Integer.class),
                row.getString("form_key"),
                row.getLong("version"),
                policies.read(row.getString("policy")),
                hours.read(row.getString("hours"), zone, row.getString("region")));
    }
}
