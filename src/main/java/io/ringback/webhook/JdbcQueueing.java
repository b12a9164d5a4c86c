package io.ringback.webhook;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Makes deliveries of events that a webhook is to be told of. Whoever does so has locked the webhook. */
@Repository
class JdbcQueueing {

    /** The events in the range that the webhook wants. */
    private static final String WANTED = """
            FROM ringback.outgoing_event e JOIN ringback.audit_event a ON a.id = e.audit_id
            WHERE e.sequence > :after AND e.sequence <= :upTo
              AND (:anyType OR a.type = ANY (:changes)
                   OR a.type = 'NOTIFIED' AND a.details ->> 'eventType' = ANY (:notices)) AND (:anyList OR a.list_id = ANY (:lists))""";

    private static final String LANE = "coalesce(a.callback_id::text, 'agent/' || a.agent_id, 'trail')";

    static final String BEHIND = """
            SELECT w.id FROM ringback.webhook w CROSS JOIN ringback.outgoing_stream s
            WHERE w.enabled AND w.taken_to < s.last_sequence""";

    private final JdbcClient jdbc;

    JdbcQueueing(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Enabled webhooks that have not been asked about the newest events. */
    List<UUID> behind() {
        return jdbc.sql(BEHIND + " ORDER BY w.id").query(UUID.class).list();
    }

    /** Locks the webhook, unless it is disabled or somebody else has locked it; answers the last event it was asked about. */
    Optional<Long> lockUnlessBusy(UUID webhook) {
        return jdbc.sql("SELECT taken_to FROM ringback.webhook WHERE id = ? AND enabled FOR UPDATE SKIP LOCKED")
                .param(webhook)
                .query(Long.class)
                .optional();
    }

    long takenTo(UUID webhook) {
        return jdbc.sql("SELECT taken_to FROM ringback.webhook WHERE id = ?")
                .param(webhook)
                .query(Long.class)
                .single();
    }

    long lastSequence() {
        return jdbc.sql("SELECT last_sequence FROM ringback.outgoing_stream")
                .query(Long.class)
                .single();
    }

    void setTakenTo(UUID webhook, long sequence) {
        jdbc.sql("UPDATE ringback.webhook SET taken_to = ? WHERE id = ?")
                .params(sequence, webhook)
                .update();
    }

    /**
     * Opens the lanes of what is wanted. Those that are open already are locked only: whoever is about to close one does
     * so before, and it is opened anew, or sees afterwards what was put into it.
     */
    void openLanes(Webhook webhook, EventRange range, Instant now) {
        wanted("""
                INSERT INTO ringback.webhook_lane AS l (webhook_id, lane, next_at)
                SELECT DISTINCT :webhook::uuid, %s AS lane, :now::timestamptz %s ORDER BY lane
                ON CONFLICT (webhook_id, lane) DO UPDATE SET lane = excluded.lane WHERE false""".formatted(LANE, WANTED), webhook, range)
                .param("now", Timestamp.from(now))
                .update();
    }

    /** The same, and lanes that wait for their next try go on at once, as earlier events are put into them. */
    void openLanesAtOnce(Webhook webhook, EventRange range, Instant now) {
        wanted("""
                INSERT INTO ringback.webhook_lane AS l (webhook_id, lane, next_at)
                SELECT DISTINCT :webhook::uuid, %s AS lane, :now::timestamptz %s ORDER BY lane
                ON CONFLICT (webhook_id, lane) DO UPDATE SET next_at = least(l.next_at, excluded.next_at)
                WHERE l.claim IS NULL""".formatted(LANE, WANTED), webhook, range)
                .param("now", Timestamp.from(now))
                .update();
    }

    /** Puts what is wanted into its lanes. */
    int add(Webhook webhook, EventRange range) {
        return wanted("""
                INSERT INTO ringback.webhook_delivery (webhook_id, sequence, lane, status)
                SELECT :webhook::uuid, e.sequence, %s, 'PENDING' %s
                ON CONFLICT (webhook_id, sequence) DO NOTHING""".formatted(LANE, WANTED), webhook, range).update();
    }

    /** Puts it there once more, also what was delivered or given up. */
    int addAgain(Webhook webhook, EventRange range, Instant now) {
        return wanted("""
                INSERT INTO ringback.webhook_delivery AS d (webhook_id, sequence, lane, status, asked_at)
                SELECT :webhook::uuid, e.sequence, %s, 'PENDING', :now::timestamptz %s
                ON CONFLICT (webhook_id, sequence) DO UPDATE
                SET status = 'PENDING', attempts = 0, tried_at = NULL, http_status = NULL, error = NULL,
                    finished_at = NULL, asked_at = excluded.asked_at
                WHERE d.status <> 'PENDING'""".formatted(LANE, WANTED), webhook, range)
                .param("now", Timestamp.from(now))
                .update();
    }

    private JdbcClient.StatementSpec wanted(String sql, Webhook webhook, EventRange range) {
        var types = webhook.wish().types();
        var lists = webhook.wish().lists();
        return jdbc.sql(sql)
                .param("webhook", webhook.id())
                .param("after", range.after())
                .param("upTo", range.upTo())
                .param("anyType", types.isEmpty())
                .param(
                        "changes",
                        types.stream()
                                .flatMap(type -> EventTypes.change(type).stream())
                                .toArray(String[]::new))
                .param(
                        "notices",
                        types.stream()
                                .flatMap(type -> EventTypes.notice(type).stream())
                                .toArray(String[]::new))
                .param("anyList", lists.isEmpty())
                .param("lists", lists.toArray(String[]::new));
    }
}
