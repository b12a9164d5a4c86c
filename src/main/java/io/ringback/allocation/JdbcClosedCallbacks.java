package io.ringback.allocation;

import io.ringback.allocation.ClosedCallback.Reopening;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The callbacks whose opening is over. */
@Repository
class JdbcClosedCallbacks {

    private final JdbcClient jdbc;

    JdbcClosedCallbacks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Locks some of them, those that nobody else has locked. */
    List<ClosedCallback> lock(Instant now, int limit) {
        return jdbc.sql("""
                        SELECT id, list_id, phone_number, status, coalesce(earliest_at, eligible_at) AS earliest_at,
                               eligible_at, offer_until, expires_at
                        FROM ringback.callback
                        WHERE status IN ('WAITING', 'SCHEDULED') AND set_aside_at IS NULL AND offer_until <= ?
                        ORDER BY offer_until, id LIMIT ? FOR UPDATE SKIP LOCKED""")
                .params(Timestamp.from(now), limit)
                .query(JdbcClosedCallbacks::callback)
                .list();
    }

    /** Puts them back to wait for their next opening, and tells the audit trail why. */
    void reopen(List<Reopening> all, Instant now) {
        jdbc.sql("""
                        WITH next AS (
                            SELECT * FROM unnest(?::uuid[], ?::text[], ?::timestamptz[], ?::timestamptz[], ?::text[])
                                AS row (id, status, eligible_at, offer_until, why)),
                        before AS (
                            SELECT c.id, c.list_id, c.status FROM ringback.callback c JOIN next ON next.id = c.id),
                        changed AS (
                            UPDATE ringback.callback c
                            SET status = next.status, eligible_at = next.eligible_at, offer_until = next.offer_until
                            FROM next WHERE c.id = next.id)
                        INSERT INTO ringback.audit_event
                            (at, actor, type, callback_id, list_id, from_status, to_status, details)
                        SELECT ?, 'system', next.why, before.id, before.list_id, before.status, next.status,
                               jsonb_build_object('eligibleAt', next.eligible_at)
                        FROM next JOIN before ON before.id = next.id WHERE next.why IS NOT NULL ORDER BY before.id""")
                .param(array(all, next -> next.callback().id(), UUID[]::new))
                .param(array(all, next -> next.waiting() ? "WAITING" : "SCHEDULED", String[]::new))
                .param(array(all, next -> Timestamp.from(next.eligibleAt()), Timestamp[]::new))
                .param(array(all, next -> timestamp(next.offerUntil()), Timestamp[]::new))
                .param(array(all, JdbcClosedCallbacks::why, String[]::new))
                .param(Timestamp.from(now))
                .update();
    }

    private static @Nullable String why(Reopening next) {
        if (!next.isNews()) {
            return null;
        }
        return Instant.EPOCH.equals(next.callback().offerUntil()) ? "CALLING_HOURS_CHANGED" : "CALLING_HOURS_ENDED";
    }

    private static <T extends @Nullable Object> T[] array(
            List<Reopening> all, Function<Reopening, T> value, java.util.function.IntFunction<T[]> array) {
        return all.stream().map(value).toArray(array);
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }

    private static ClosedCallback callback(ResultSet row, int number) throws SQLException {
        return new ClosedCallback(
                row.getObject("id", UUID.class),
                row.getString("list_id"),
                row.getString("phone_number"),
                row.getString("status").equals("WAITING"),
                row.getTimestamp("earliest_at").toInstant(),
                row.getTimestamp("eligible_at").toInstant(),
                row.getTimestamp("offer_until").toInstant(),
                row.getTimestamp("expires_at").toInstant());
    }
}
