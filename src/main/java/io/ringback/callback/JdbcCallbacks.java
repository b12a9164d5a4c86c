package io.ringback.callback;

import io.ringback.platform.database.JdbcOrNull;
import io.ringback.platform.database.RowsOfTransaction;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of the callbacks. */
@Repository
class JdbcCallbacks {

    /** In which rows are locked where several are needed: the database's order of their ids. */
    static final Comparator<UUID> ORDER = Comparator.comparing(UUID::toString);

    private final JdbcClient jdbc;
    private final JdbcCallbackRow row;
    private final RowsOfTransaction<UUID, Callback> locked = new RowsOfTransaction<>();

    JdbcCallbacks(JdbcClient jdbc, JdbcCallbackRow row) {
        this.jdbc = jdbc;
        this.row = row;
    }

    /** False when the number has an open callback on the list, or this use of the external id is known. */
    boolean insert(Callback callback) {
        var request = callback.request();
        return jdbc.sql("""
                        INSERT INTO ringback.callback
                            (id, list_id, phone_number, caller_name, source, external_id, external_use, attributes,
                             created_at, status, earliest_at, eligible_at, offer_until, due_at, expires_at, priority_at,
                             main_callback_id, closed_at, priority, process_instance_id)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        ON CONFLICT DO NOTHING RETURNING *""")
                .params(
                        callback.id(),
                        request.listId(),
                        request.phoneNumber(),
                        JdbcOrNull.text(request.callerName()),
                        request.source().name(),
                        JdbcOrNull.text(request.externalId()),
                        request.externalUse(),
                        row.json(request.attributes()),
                        timestamp(callback.createdAt()),
                        callback.status().name(),
                        timestamp(callback.deadlines().earliestAt()),
                        timestamp(callback.deadlines().eligibleAt()),
                        timestamp(callback.deadlines().offerUntil()),
                        timestamp(callback.deadlines().dueAt()),
                        timestamp(callback.deadlines().expiresAt()),
                        timestamp(callback.deadlines().priorityAt()),
                        JdbcOrNull.uuid(callback.mainCallbackId()),
                        timestamp(callback.closedAt()),
                        callback.priority(),
                        JdbcOrNull.text(callback.processInstanceId()))
                .query(row)
                .optional()
                .map(this::keep)
                .isPresent();
    }

    /** Writes all that can change; the caller has locked the row. */
    void update(Callback callback, Instant now) {
        var holding = callback.holding();
        var cancel = callback.cancelRequested();
        jdbc.sql("""
                        UPDATE ringback.callback
                        SET list_id = ?, asked_list_id = CASE WHEN list_id = ? THEN asked_list_id
                                                              ELSE coalesce(asked_list_id, list_id) END,
                            main_callback_id = ?, expedited_at = ?, kept_for = ?, kept_until = ?,
                            status = ?, earliest_at = ?, eligible_at = ?, offer_until = ?, due_at = ?, expires_at = ?,
                            priority_at = ?, time_agreed = ?, outside_hours = ?, overdue = ?, attempt_count = ?, closed_at = ?, agent_id = ?,
                            allocation_id = ?, allocated_at = ?, phase = ?, auto_stop_at = ?, closes_at = ?, call_ends_by = ?,
                            call_asked_at = ?, more_times = ?, draft = ?::jsonb, released_by = ?,
                            set_aside_because = ?, set_aside_at = CASE WHEN ?::text IS NULL THEN NULL
                                                                       ELSE coalesce(set_aside_at, ?) END,
                            cancel_requested_at = ?, cancel_requested_because = ?, remarked = ?, priority = ?, offering = ?
                        WHERE id = ? RETURNING *""")
                .params(Arrays.asList(
                        callback.listId(),
                        callback.listId(),
                        JdbcOrNull.uuid(callback.mainCallbackId()),
                        timestamp(callback.preference().expeditedAt()),
                        JdbcOrNull.text(callback.preference().keptFor()),
                        timestamp(callback.preference().keptUntil()),
                        callback.status().name(),
                        timestamp(callback.deadlines().earliestAt()),
                        timestamp(callback.deadlines().eligibleAt()),
                        timestamp(callback.deadlines().offerUntil()),
                        timestamp(callback.deadlines().dueAt()),
                        timestamp(callback.deadlines().expiresAt()),
                        timestamp(callback.deadlines().priorityAt()),
                        callback.deadlines().agreed(),
                        callback.deadlines().outsideHours(),
                        callback.overdue(),
                        callback.attemptCount(),
                        timestamp(callback.closedAt()),
                        JdbcOrNull.text(holding == null ? null : holding.agentId()),
                        JdbcOrNull.uuid(holding == null ? null : holding.allocationId()),
                        holding == null ? null : timestamp(holding.since()),
                        JdbcOrNull.text(holding == null ? null : holding.phase().name()),
                        holding == null ? null : timestamp(holding.autoStopAt()),
                        holding == null ? null : timestamp(holding.closesAt()),
                        holding == null ? null : timestamp(holding.callEndsBy()),
                        holding == null ? null : timestamp(holding.callAskedAt()),
                        holding == null ? 0 : holding.moreTimes(),
                        JdbcOrNull.text(holding == null || holding.draft() == null ? null : row.json(holding.draft())),
                        JdbcOrNull.text(callback.releasedBy()),
                        JdbcOrNull.text(callback.setAsideBecause()),
                        JdbcOrNull.text(callback.setAsideBecause()),
                        timestamp(now),
                        cancel == null ? null : timestamp(cancel.at()),
                        JdbcOrNull.text(cancel == null ? null : cancel.reason()),
                        callback.remarked(),
                        callback.priority(),
                        callback.offering().name(),
                        callback.id()))
                .query(row)
                .optional()
                .ifPresent(this::keep);
    }

    /** Writes where they stand in line: status, eligible time and the end of the opening. Somebody has locked the rows. */
    void updateLines(List<Callback> callbacks) {
        locked.forget();
        jdbc.sql("""
                        UPDATE ringback.callback c
                        SET status = next.status, eligible_at = next.eligible_at, offer_until = next.offer_until
                        FROM unnest(?::uuid[], ?::text[], ?::timestamptz[], ?::timestamptz[])
                            AS next (id, status, eligible_at, offer_until)
                        WHERE c.id = next.id""")
                .param(callbacks.stream().map(Callback::id).toArray(UUID[]::new))
                .param(callbacks.stream().map(line -> line.status().name()).toArray(String[]::new))
                .param(callbacks.stream()
                        .map(line -> timestamp(line.deadlines().eligibleAt()))
                        .toArray(Timestamp[]::new))
                .param(callbacks.stream()
                        .map(line -> timestamp(line.deadlines().offerUntil()))
                        .toArray(Timestamp[]::new))
                .update();
    }

    /** Locks them in the order of their ids, as everybody does who needs several. */
    int lookUpHoursAgain(String listId) {
        locked.forget();
        return jdbc.sql("""
                        WITH open AS (
                            SELECT id FROM ringback.callback WHERE list_id = ? AND closed_at IS NULL
                            ORDER BY id FOR UPDATE)
                        UPDATE ringback.callback c SET offer_until = ? FROM open WHERE c.id = open.id""").params(listId, timestamp(Deadlines.HOURS_CHANGED)).update();
    }

    Optional<Callback> bind(UUID id, String processInstanceId, Offering offering) {
        return locked.find(id)
                .filter(known -> processInstanceId.equals(known.processInstanceId()) && offering == known.offering())
                .or(() -> rebind(id, processInstanceId, offering));
    }

    private Optional<Callback> rebind(UUID id, String processInstanceId, Offering offering) {
        return jdbc.sql("""
                        UPDATE ringback.callback
                        SET process_instance_id = :instance, offering = :offering,
                            status = CASE WHEN :offering = 'NOT_YET' AND status = 'WAITING' THEN 'SCHEDULED' ELSE status END
                        WHERE id = :id RETURNING *""")
                .param("instance", processInstanceId)
                .param("offering", offering.name())
                .param("id", id)
                .query(row)
                .optional()
                .map(this::keep);
    }

    void unbind(UUID id) {
        locked.forget();
        jdbc.sql("UPDATE ringback.callback SET process_instance_id = NULL WHERE id = ?")
                .param(id)
                .update();
    }

    Optional<Callback> find(UUID id) {
        return locked.find(id)
                .or(() -> jdbc.sql("SELECT * FROM ringback.callback WHERE id = ?")
                        .param(id)
                        .query(row)
                        .optional());
    }

    Optional<Callback> lock(UUID id) {
        return locked.find(id)
                .or(() -> jdbc.sql("SELECT * FROM ringback.callback WHERE id = ? FOR UPDATE")
                        .param(id)
                        .query(row)
                        .optional()
                        .map(this::keep));
    }

    Optional<Callback> lockHeldBy(String agentId) {
        return lockedInHandOf(agentId)
                .or(() -> jdbc.sql("SELECT * FROM ringback.callback WHERE agent_id = ? FOR UPDATE")
                        .param(agentId)
                        .query(row)
                        .optional()
                        .map(this::keep));
    }

    Optional<Callback> heldBy(String agentId) {
        return lockedInHandOf(agentId)
                .or(() -> jdbc.sql("SELECT * FROM ringback.callback WHERE agent_id = ?")
                        .param(agentId)
                        .query(row)
                        .optional());
    }

    /** There is only one of an agent, so that nobody else's needs to be looked for. */
    private Optional<Callback> lockedInHandOf(String agentId) {
        return locked.find(callback -> agentId.equals(callback.holder()));
    }

    private Callback keep(Callback callback) {
        return locked.keep(callback.id(), callback);
    }

    Optional<Callback> lockMain(String listId, String phoneNumber) {
        return jdbc.sql("""
                        SELECT * FROM ringback.callback
                        WHERE list_id = ? AND phone_number = ? AND closed_at IS NULL FOR UPDATE""").params(listId, phoneNumber).query(row).optional().map(this::keep);
    }

    /** The open callback of a number on a list, not locked. */
    Optional<UUID> main(String listId, String phoneNumber) {
        return jdbc.sql("""
                        SELECT id FROM ringback.callback
                        WHERE list_id = ? AND phone_number = ? AND closed_at IS NULL""").params(listId, phoneNumber).query(UUID.class).optional();
    }

    boolean wasAskedForOn(UUID id, String listId) {
        return jdbc.sql("SELECT coalesce(asked_list_id, list_id) = ? FROM ringback.callback WHERE id = ?")
                .params(listId, id)
                .query(Boolean.class)
                .single();
    }

    Optional<Callback> lastByExternalId(Source source, String externalId) {
        return jdbc.sql("""
                        SELECT * FROM ringback.callback WHERE source = ? AND external_id = ?
                        ORDER BY external_use DESC LIMIT 1""").params(source.name(), externalId).query(row).optional();
    }

    List<UUID> openOf(String phoneNumber, @Nullable String listId) {
        return jdbc.sql("""
                        SELECT id FROM ringback.callback
                        WHERE phone_number = ? AND (?::text IS NULL OR list_id = ?) AND closed_at IS NULL
                        ORDER BY id""")
                .params(Arrays.asList(phoneNumber, listId, listId))
                .query(UUID.class)
                .list();
    }

    /** Forgets who the callers of closed ones were; those that are forgotten already, or open, stay as they are. */
    List<Callback> forget(List<UUID> ids, Instant now) {
        locked.forget();
        return jdbc.sql("""
                        UPDATE ringback.callback
                        SET forgotten_at = ?, phone_number = NULL, caller_name = NULL, external_id = NULL, attributes = '{}',
                            draft = NULL, cancel_requested_because = NULL, set_aside_because = NULL, set_aside_at = NULL
                        WHERE id = ANY (?) AND closed_at IS NOT NULL AND forgotten_at IS NULL RETURNING *""")
                .params(timestamp(now), ids.toArray(UUID[]::new))
                .query(row)
                .list();
    }

    /** The driver would round what is finer than the database's microseconds to either side. */
    static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(RoundedUp.inMicros(instant));
    }
}
