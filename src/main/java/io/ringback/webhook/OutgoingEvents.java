package io.ringback.webhook;

import io.ringback.platform.database.DueWork;
import io.ringback.webhook.DeliverySender.Result;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/**
 * What changes is told to other programs: at least once, and in order for each callback and each agent's reception
 * (docs/webhooks.md).
 */
@Service
public class OutgoingEvents {

    private final EventStream stream;
    private final Queueing queueing;
    private final Deliveries deliveries;
    private final DeliverySender courier;
    private final Webhooks webhooks;
    private final JdbcDeliveries rows;
    private final Clock clock;

    OutgoingEvents(
            EventStream stream,
            Queueing queueing,
            Deliveries deliveries,
            DeliverySender courier,
            Webhooks webhooks,
            JdbcDeliveries rows,
            Clock clock) {
        this.stream = stream;
        this.queueing = queueing;
        this.deliveries = deliveries;
        this.courier = courier;
        this.webhooks = webhooks;
        this.rows = rows;
        this.clock = clock;
    }

    /** How far the sending is behind. Counts rows: to be asked every few seconds, not for each request. */
    public DeliveryLag lag() {
        var states = rows.states();
        var enabled = webhooks.all().stream()
                .filter(webhook -> webhook.wish().enabled())
                .map(webhook -> states.get(webhook.id()))
                .filter(Objects::nonNull)
                .toList();
        var notTaken = rows.notTaken();
        var oldest = Stream.concat(
                        enabled.stream().map(WebhookState::oldestPendingAt), Stream.ofNullable(notTaken.oldest()))
                .filter(Objects::nonNull)
                .min(Instant::compareTo)
                .map(at -> Duration.between(at, clock.instant()))
                .orElse(Duration.ZERO);
        var pending = enabled.stream().mapToLong(WebhookState::pending).sum();
        var dead = states.values().stream().mapToLong(WebhookState::dead).sum();
        return new DeliveryLag(pending + notTaken.count(), oldest, dead);
    }

    /** When there is next something to get ready or to send, see {@link DueWork#dueAt}. */
    String dueAt() {
        return "least(%s, %s)"
                .formatted(
                        DueWork.atOnceIf(
                                "EXISTS (%s) OR EXISTS (%s)".formatted(JdbcEventStream.NEW, JdbcQueueing.BEHIND)),
                        JdbcLanes.NEXT_AT);
    }

    /** Gets everything new ready to be sent; answers the webhooks with something due. */
    List<UUID> prepare() {
        stream.numberNew();
        queueing.takeNew();
        return deliveries.due();
    }

    /** Sends all that is due, one after the other, on this thread. */
    void runOnce() {
        for (var due = prepare(); !due.isEmpty(); due = deliveries.due()) {
            for (var webhook : due) {
                while (courier.deliverNext(webhook) != Result.NOTHING_DUE) {
                    // Each goes on until nothing is due.
                }
            }
        }
    }
}
