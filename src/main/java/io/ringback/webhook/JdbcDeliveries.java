package io.ringback.webhook;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcDeliveries {

    private static final String DELIVERY = """
            SELECT d.*, %s,
                   CASE WHEN d.sequence = (SELECT min(p.sequence) FROM ringback.webhook_delivery p
                                           WHERE p.webhook_id = d.webhook_id AND p.lane = d.lane AND p.status = 'PENDING')
                        THEN l.next_at END AS next_at
            FROM ringback.webhook_delivery d
            JOIN ringback.outgoing_event e ON e.sequence = d.sequence
            JOIN ringback.audit_event a ON a.id = e.audit_id
            LEFT JOIN ringback.webhook_lane l
                ON l.webhook_id = d.webhook_id AND l.lane = d.lane AND d.status = 'PENDING'
            WHERE d.webhook_id = :webhook""".formatted(JdbcEventStream.EVENT);

    private final JdbcClient jdbc;

    JdbcDeliveries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The first pending event of a lane, with the number of attempts made. */
    Optional<ClaimedDelivery> first(Webhook webhook, String lane, UUID claim) {
        RowMapper<ClaimedDelivery> claimed = (row, number) ->
                new ClaimedDelivery(webhook, lane, claim, JdbcEventStream.event(row, number), row.getInt("attempts"));
        return jdbc.sql("""
                        SELECT d.attempts, %s
                        FROM ringback.webhook_delivery d
                        JOIN ringback.outgoing_event e ON e.sequence = d.sequence
                        JOIN ringback.audit_event a ON a.id = e.audit_id
                        WHERE d.webhook_id = ? AND d.lane = ? AND d.status = 'PENDING'
                        ORDER BY d.sequence LIMIT 1""".formatted(JdbcEventStream.EVENT))
                .params(webhook.id(), lane)
                .query(claimed)
                .optional();
    }

    /** Writes what came of a try. */
    void tried(ClaimedDelivery claimed, DeliveryStatus status, ReceiverAnswer answer, Instant now) {
        jdbc.sql("""
                        UPDATE ringback.webhook_delivery
                        SET status = :status, attempts = attempts + 1, tried_at = :now, http_status = :http,
                            error = :error, finished_at = CASE WHEN :status <> 'PENDING' THEN :now::timestamptz END
                        WHERE webhook_id = :webhook AND sequence = :sequence AND status = 'PENDING'""")
                .param("status", status.name())
                .param("now", Timestamp.from(now))
                .param("http", answer.status(), java.sql.Types.INTEGER)
                .param("error", answer.error(), java.sql.Types.VARCHAR)
                .param("webhook", claimed.webhook().id())
                .param("sequence", claimed.event().sequence())
                .update();
    }

    /** Makes one that was given up pending again. */
    boolean revive(UUID webhook, long sequence, Instant now) {
        return jdbc.sql("""
                        UPDATE ringback.webhook_delivery
                        SET status = 'PENDING', attempts = 0, finished_at = NULL, asked_at = ?
                        WHERE webhook_id = ? AND sequence = ? AND status = 'DEAD'""").params(Timestamp.from(now), webhook, sequence).update() == 1;
    }

    Optional<Delivery> find(UUID webhook, long sequence) {
        return jdbc.sql(DELIVERY + " AND d.sequence = :sequence")
                .param("webhook", webhook)
                .param("sequence", sequence)
                .query(JdbcDeliveries::delivery)
                .optional();
    }

    /** The newest ones before this number. */
    List<Delivery> page(UUID webhook, @Nullable DeliveryStatus status, long before, int limit) {
        return jdbc.sql(DELIVERY
                        + (status == null ? "" : " AND d.status = '" + status.name() + "'")
                        + " AND d.sequence < :before ORDER BY d.sequence DESC LIMIT :limit")
                .param("webhook", webhook)
                .param("before", before)
                .param("limit", limit)
                .query(JdbcDeliveries::delivery)
                .list();
    }

    /** How each webhook stands. What was asked for once more had happened before. */
    Map<UUID, WebhookState> states() {
        var states = new HashMap<UUID, WebhookState>();
        jdbc.sql("""
                        SELECT w.id, pending.n AS pending, least(a.at, pending.asked) AS oldest,
                               (SELECT max(d.finished_at) FROM ringback.webhook_delivery d
                                WHERE d.webhook_id = w.id AND d.status = 'DELIVERED') AS delivered,
                               (SELECT count(*) FROM ringback.webhook_delivery d
                                WHERE d.webhook_id = w.id AND d.status = 'DEAD') AS dead
                        FROM ringback.webhook w
                        CROSS JOIN LATERAL (
                            SELECT count(*) AS n, min(d.asked_at) AS asked,
                                   min(d.sequence) FILTER (WHERE d.asked_at IS NULL) AS first
                            FROM ringback.webhook_delivery d
                            WHERE d.webhook_id = w.id AND d.status = 'PENDING') pending
                        LEFT JOIN ringback.outgoing_event e ON e.sequence = pending.first
                        LEFT JOIN ringback.audit_event a ON a.id = e.audit_id""").query(row -> {
            states.put(
                    row.getObject("id", UUID.class),
                    new WebhookState(
                            JdbcWebhooks.instant(row, "delivered"),
                            row.getLong("pending"),
                            JdbcWebhooks.instant(row, "oldest"),
                            row.getLong("dead")));
        });
        return states;
    }

    /** Events that no enabled webhook has been asked about, counted for each; and when the oldest of them happened. */
    Waiting notTaken() {
        return jdbc.sql("""
                        SELECT coalesce(sum(s.last_sequence - w.taken_to + new.n), 0) AS n,
                               least(min(a.at), min(new.oldest)) AS oldest
                        FROM ringback.webhook w CROSS JOIN ringback.outgoing_stream s
                        CROSS JOIN (SELECT count(*) AS n, min(n.at) AS oldest
                                    FROM ringback.outgoing_new o JOIN ringback.audit_event n ON n.id = o.audit_id) new
                        LEFT JOIN ringback.outgoing_event e ON e.sequence = w.taken_to + 1
                        LEFT JOIN ringback.audit_event a ON a.id = e.audit_id
                        WHERE w.enabled""")
                .query((row, number) -> new Waiting(row.getLong("n"), JdbcWebhooks.instant(row, "oldest")))
                .single();
    }

    /** Forgets, of some, what is finished since before then. */
    int purge(UUID webhook, DeliveryStatus status, Instant before, int most) {
        return jdbc.sql("""
                        DELETE FROM ringback.webhook_delivery
                        WHERE webhook_id = :webhook AND status = '%1$s' AND sequence IN (
                            SELECT sequence FROM ringback.webhook_delivery
                            WHERE webhook_id = :webhook AND status = '%1$s' AND finished_at < :before LIMIT :most)""".formatted(status.name()))
                .param("webhook", webhook)
                .param("before", Timestamp.from(before))
                .param("most", most)
                .update();
    }

    private static Delivery delivery(ResultSet row, int number) throws SQLException {
        var event = JdbcEventStream.event(row, number);
        return new Delivery(
                event.sequence(),
                EventTypes.of(event.change()),
                event.subject(),
                event.at(),
                DeliveryStatus.valueOf(row.getString("status")),
                row.getInt("attempts"),
                JdbcWebhooks.instant(row, "tried_at"),
                JdbcWebhooks.instant(row, "next_at"),
                row.getObject("http_status", Integer.class),
                row.getString("error"),
                JdbcWebhooks.instant(row, "finished_at"));
    }

    record Waiting(long count, @Nullable Instant oldest) {}
}
