package io.ringback.erasure;

import io.ringback.callback.CallbackStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which callbacks are to be forgotten, and the erasures that were asked for. */
@Repository
class JdbcErasures {

    /** Not those whose process still runs, for it may read what is to go. */
    private static final String AT_REST = """
            closed_at IS NOT NULL AND forgotten_at IS NULL AND NOT EXISTS (
                SELECT FROM public.act_ru_execution WHERE id_ = callback.process_instance_id)""";

    private final JdbcClient jdbc;

    JdbcErasures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of them that are kept, oldest first; open or closed. */
    List<FoundCallback> of(Collection<String> numbers) {
        return jdbc.sql("""
                        SELECT id, list_id, status, created_at, closed_at, phone_number, attributes ->> 'recordingUrl' AS said
                        FROM ringback.callback WHERE phone_number = ANY (?) ORDER BY created_at, id""")
                .param(numbers.toArray(String[]::new))
                .query(JdbcErasures::found)
                .list();
    }

    /** Where the recordings of their calls are, oldest first. */
    List<String> recordings(Collection<UUID> ids) {
        return jdbc.sql("""
                        SELECT recording_url FROM ringback.attempt
                        WHERE callback_id = ANY (?) AND recording_url IS NOT NULL ORDER BY started_at, id""").param(ids.toArray(UUID[]::new)).query(String.class).list();
    }

    void add(UUID id, String askedBy, Instant at, String reason, String found) {
        jdbc.sql("INSERT INTO ringback.erasure (id, asked_by, asked_at, reason, found) VALUES (?, ?, ?, ?, ?::jsonb)")
                .params(id, askedBy, Timestamp.from(at), reason, found)
                .update();
    }

    /** One that another erasure has taken on stays with that. */
    void take(UUID erasureId, Collection<UUID> ids) {
        jdbc.sql("""
                        INSERT INTO ringback.erasure_case (callback_id, erasure_id)
                        SELECT id, ? FROM unnest(?::uuid[]) AS each (id) ON CONFLICT DO NOTHING""").params(erasureId, ids.toArray(UUID[]::new)).update();
    }

    /** Some that can be forgotten now, with what they are forgotten for; locked, those aside that somebody else has locked. */
    List<Taken> ready(int most) {
        return jdbc.sql("""
                        SELECT callback.id, erasure_id FROM ringback.erasure_case
                        JOIN ringback.callback ON callback.id = callback_id
                        WHERE %s ORDER BY callback.id LIMIT ? FOR UPDATE OF callback SKIP LOCKED""".formatted(AT_REST))
                .param(most)
                .query((row, number) ->
                        new Taken(row.getObject("id", UUID.class), row.getObject("erasure_id", UUID.class)))
                .list();
    }

    /** Of the lists, each with the moment up to which callbacks of it may be closed, those that have such callbacks. */
    Set<String> withOverdue(Map<String, Instant> closedBefore) {
        return jdbc.sql("""
                        SELECT list.id FROM unnest(?::text[], ?::timestamptz[]) AS list (id, closed_before)
                        WHERE EXISTS (
                            SELECT FROM ringback.callback
                            WHERE list_id = list.id AND closed_at < closed_before AND %s)""".formatted(AT_REST))
                .params(
                        closedBefore.keySet().toArray(String[]::new),
                        closedBefore.values().stream().map(Timestamp::from).toArray(Timestamp[]::new))
                .query(String.class)
                .set();
    }

    /** Some of a list whose time is over; locked, those aside that somebody else has locked. */
    List<UUID> overdue(String listId, Instant closedBefore, int most) {
        return jdbc.sql("""
                        SELECT id FROM ringback.callback
                        WHERE list_id = ? AND closed_at < ? AND %s
                        ORDER BY closed_at, id LIMIT ? FOR UPDATE SKIP LOCKED""".formatted(AT_REST))
                .params(listId, Timestamp.from(closedBefore), most)
                .query(UUID.class)
                .list();
    }

    void done(Collection<UUID> ids) {
        jdbc.sql("DELETE FROM ringback.erasure_case WHERE callback_id = ANY (?)")
                .param(ids.toArray(UUID[]::new))
                .update();
    }

    /** Of an erasure, those that are yet to be forgotten. */
    List<UUID> pending(UUID erasureId) {
        return jdbc.sql("SELECT callback_id FROM ringback.erasure_case WHERE erasure_id = ? ORDER BY callback_id")
                .param(erasureId)
                .query(UUID.class)
                .list();
    }

    /** Ends of calls that nobody came for within a day. */
    void forgetCallEnds(Instant now) {
        jdbc.sql("DELETE FROM ringback.call_end WHERE told_at < ?")
                .param(Timestamp.from(now.minus(Duration.ofDays(1))))
                .update();
    }

    List<PastErasure> newest(int most) {
        return jdbc.sql("""
                        SELECT e.id, asked_by, asked_at, reason, coalesce((found ->> 'callbacks')::bigint, 0) AS callbacks,
                               (SELECT count(*) FROM ringback.erasure_case WHERE erasure_id = e.id) AS pending
                        FROM ringback.erasure e ORDER BY asked_at DESC, id DESC LIMIT ?""")
                .param(most)
                .query((row, number) -> new PastErasure(
                        row.getObject("id", UUID.class),
                        row.getString("asked_by"),
                        row.getTimestamp("asked_at").toInstant(),
                        row.getString("reason"),
                        row.getLong("callbacks"),
                        row.getLong("pending")))
                .list();
    }

    private static FoundCallback found(ResultSet row, int number) throws SQLException {
        return new FoundCallback(
                row.getObject("id", UUID.class),
                row.getString("list_id"),
                CallbackStatus.valueOf(row.getString("status")),
                row.getTimestamp("created_at").toInstant(),
                instant(row.getTimestamp("closed_at")),
                row.getString("phone_number"),
                row.getString("said"));
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }

    record Taken(UUID callbackId, UUID erasureId) {}

    /**
     * A callback of the number.
     *
     * @param said where what the caller has said with the request is recorded
     */
    record FoundCallback(
            UUID id,
            String listId,
            CallbackStatus status,
            Instant createdAt,
            @Nullable Instant closedAt,
            String phoneNumber,
            @Nullable String said) {

        /** Without the number, which belongs in no log. */
        @Override
        public String toString() {
            return "FoundCallback[id=%s, status=%s]".formatted(id, status);
        }
    }
}
