package io.ringback.webhook;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The lanes with pending deliveries. A lane is locked after its webhook and before its deliveries. */
@Repository
class JdbcLanes {

    /** When the next lane of an enabled webhook is due; each webhook's first comes from its index. */
    static final String NEXT_AT = """
            (SELECT min(next.next_at)
             FROM ringback.webhook w CROSS JOIN LATERAL (
                 SELECT l.next_at FROM ringback.webhook_lane l
                 WHERE l.webhook_id = w.id ORDER BY l.next_at LIMIT 1) next
             WHERE w.enabled)""";

    private final JdbcClient jdbc;

    JdbcLanes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Enabled webhooks with a lane whose time has come. */
    List<UUID> dueWebhooks(Instant now) {
        return jdbc.sql("""
                        SELECT w.id FROM ringback.webhook w
                        WHERE w.enabled AND EXISTS (
                            SELECT FROM ringback.webhook_lane l WHERE l.webhook_id = w.id AND l.next_at <= ?)
                        ORDER BY w.id""").param(Timestamp.from(now)).query(UUID.class).list();
    }

    /**
     * Takes the lane that has waited longest; it is anybody's again at {@code until}. It is chosen once: a plan that ran a
     * subquery again for each row would pass by the one it has locked and take the next ones, too.
     */
    Optional<String> claim(UUID webhook, UUID claim, Instant now, Instant until) {
        return jdbc.sql("""
                        WITH due AS MATERIALIZED (
                            SELECT lane FROM ringback.webhook_lane
                            WHERE webhook_id = :webhook AND next_at <= :now
                            ORDER BY next_at, lane LIMIT 1 FOR UPDATE SKIP LOCKED)
                        UPDATE ringback.webhook_lane l SET claim = :claim, next_at = :until
                        FROM due
                        WHERE l.webhook_id = :webhook AND l.lane = due.lane
                        RETURNING l.lane""")
                .param("claim", claim)
                .param("until", Timestamp.from(until))
                .param("webhook", webhook)
                .param("now", Timestamp.from(now))
                .query(String.class)
                .optional();
    }

    /** Locks the lane; false when the claim has run out and somebody else has taken the lane, or it is gone. */
    boolean lockClaimed(ClaimedDelivery claimed) {
        return jdbc.sql("""
                        SELECT 1 FROM ringback.webhook_lane
                        WHERE webhook_id = ? AND lane = ? AND claim = ? FOR UPDATE""")
                .params(claimed.webhook().id(), claimed.lane(), claimed.claim())
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** Locks the lane if it is there and nobody is sending; false otherwise. */
    boolean lockWaiting(UUID webhook, String lane, Instant now) {
        return jdbc.sql("""
                        SELECT 1 FROM ringback.webhook_lane
                        WHERE webhook_id = ? AND lane = ? AND (claim IS NULL OR next_at <= ?) FOR UPDATE""")
                .params(webhook, lane, Timestamp.from(now))
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** Sends the first event of the lane from then on. */
    void release(UUID webhook, String lane, Instant nextAt) {
        jdbc.sql("UPDATE ringback.webhook_lane SET claim = NULL, next_at = ? WHERE webhook_id = ? AND lane = ?")
                .params(Timestamp.from(nextAt), webhook, lane)
                .update();
    }

    /** Closes the lane if nothing is pending in it; to be asked by whoever has locked it. */
    boolean closeIfEmpty(UUID webhook, String lane) {
        return jdbc.sql("""
                        DELETE FROM ringback.webhook_lane l
                        WHERE l.webhook_id = ? AND l.lane = ? AND NOT EXISTS (
                            SELECT FROM ringback.webhook_delivery d
                            WHERE d.webhook_id = l.webhook_id AND d.lane = l.lane AND d.status = 'PENDING')""").params(webhook, lane).update() == 1;
    }

    /** Opens the lane, or lets one that nobody is sending from go on at once. */
    void open(UUID webhook, String lane, Instant now) {
        jdbc.sql("""
                        INSERT INTO ringback.webhook_lane AS l (webhook_id, lane, next_at) VALUES (:webhook, :lane, :now)
                        ON CONFLICT (webhook_id, lane) DO UPDATE SET next_at = least(l.next_at, excluded.next_at)
                        WHERE l.claim IS NULL""")
                .param("webhook", webhook)
                .param("lane", lane)
                .param("now", Timestamp.from(now))
                .update();
    }
}
