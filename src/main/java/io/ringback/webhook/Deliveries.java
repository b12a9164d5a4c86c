package io.ringback.webhook;

import io.ringback.platform.database.Transactions;
import io.ringback.platform.input.PageCursors;
import io.ringback.platform.problem.Conflict;
import io.ringback.platform.problem.NotFound;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * What becomes of each event for each webhook. Events of one lane are sent one after the other; one that was given up
 * does not hold up the next. Whoever sends has claimed the lane for a while, so that nodes share the work and a lane that
 * a dead node had claimed goes on.
 */
@Service
public class Deliveries {

    /** More than twice as long as the longest sending. */
    static final Duration CLAIM = Duration.ofSeconds(90);

    private static final int PURGED_AT_ONCE = 5_000;
    private static final Logger log = LoggerFactory.getLogger(Deliveries.class);

    private final JdbcDeliveries rows;
    private final JdbcLanes lanes;
    private final Webhooks webhooks;
    private final WebhookProperties settings;
    private final Transactions transactions;
    private final Clock clock;

    Deliveries(
            JdbcDeliveries rows,
            JdbcLanes lanes,
            Webhooks webhooks,
            WebhookProperties settings,
            Transactions transactions,
            Clock clock) {
        this.rows = rows;
        this.lanes = lanes;
        this.webhooks = webhooks;
        this.settings = settings;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Webhooks with something to be sent now. */
    List<UUID> due() {
        return lanes.dueWebhooks(clock.instant());
    }

    /** Takes the next event to be sent to the webhook; empty when there is none now. */
    Optional<ClaimedDelivery> claim(UUID webhookId) {
        return transactions.run(() -> {
            var webhook = webhooks.get(webhookId);
            if (!webhook.wish().enabled()) {
                return Optional.<ClaimedDelivery>empty();
            }
            var now = clock.instant();
            var claim = UUID.randomUUID();
            return lanes.claim(webhookId, claim, now, now.plus(CLAIM)).flatMap(lane -> {
                var first = rows.first(webhook, lane, claim);
                if (first.isEmpty()) {
                    lanes.closeIfEmpty(webhookId, lane);
                }
                return first;
            });
        });
    }

    /** Writes what came of the sending, unless the claim has run out and somebody else is sending it by now. */
    void record(ClaimedDelivery claimed, ReceiverAnswer answer) {
        transactions.execute(() -> {
            if (answer.isGone()) {
                webhooks.disable(webhooks.lock(claimed.webhook().id()), "410");
            }
            if (!lanes.lockClaimed(claimed)) {
                return;
            }
            var now = clock.instant();
            if (answer.delivered()) {
                finish(claimed, DeliveryStatus.DELIVERED, answer, now);
            } else {
                failed(claimed, answer, now);
            }
        });
    }

    private void failed(ClaimedDelivery claimed, ReceiverAnswer answer, Instant now) {
        var wait = BackOff.after(claimed.attempts() + 1, answer.retryAfter());
        if (wait.isEmpty()) {
            log.warn(
                    "Event {} was given up for webhook {} ({}): {}",
                    claimed.event().sequence(),
                    claimed.webhook().id(),
                    claimed.webhook().host(),
                    answer.error());
            finish(claimed, DeliveryStatus.DEAD, answer, now);
        } else {
            rows.tried(claimed, DeliveryStatus.PENDING, answer, now);
            lanes.release(claimed.webhook().id(), claimed.lane(), now.plus(wait.get()));
        }
    }

    private void finish(ClaimedDelivery claimed, DeliveryStatus as, ReceiverAnswer answer, Instant now) {
        rows.tried(claimed, as, answer, now);
        if (!lanes.closeIfEmpty(claimed.webhook().id(), claimed.lane())) {
            lanes.release(claimed.webhook().id(), claimed.lane(), now);
        }
    }

    /**
     * Sends one at once that was given up, or waits for its next try.
     *
     * @throws Conflict when it was delivered, is being sent, or waits for an earlier one
     */
    Delivery retry(UUID id, long sequence) {
        return transactions.run(() -> {
            var webhook = webhooks.lock(id);
            var delivery = get(id, sequence);
            var lane = laneOf(delivery);
            switch (delivery.status()) {
                case DELIVERED -> throw new Conflict("It was delivered. To send it once more, replay it.");
                case DEAD -> {
                    lanes.open(id, lane, clock.instant());
                    rows.revive(id, sequence, clock.instant());
                }
                case PENDING -> {
                    if (delivery.nextAt() == null) {
                        throw new Conflict("Expected the first pending event of %s, but an earlier one is pending."
                                .formatted(delivery.subject()));
                    }
                    if (!lanes.lockWaiting(id, lane, clock.instant())) {
                        throw new Conflict("Expected an event that waits for its next try, but it is being sent.");
                    }
                    lanes.release(id, lane, clock.instant());
                }
            }
            webhooks.record(new WebhookEvent.DeliveryRetried(sequence), webhook);
            return get(id, sequence);
        });
    }

    /** @throws NotFound when there is no such delivery */
    Delivery get(UUID webhook, long sequence) {
        return rows.find(webhook, sequence)
                .orElseThrow(() -> new NotFound("There is no delivery of event %s.".formatted(sequence)));
    }

    /** @throws InvalidField when no page of this webhook's can have ended there */
    public List<Delivery> page(UUID webhook, @Nullable DeliveryStatus status, @Nullable Long before, int limit) {
        if (before != null && rows.find(webhook, before).isEmpty()) {
            throw PageCursors.notOfThisList();
        }
        return rows.page(webhook, status, before == null ? Long.MAX_VALUE : before, limit);
    }

    /** Forgets what was finished long ago. */
    void purge() {
        var now = clock.instant();
        for (var webhook : webhooks.all()) {
            purge(webhook.id(), DeliveryStatus.DELIVERED, now.minus(settings.keepDelivered()));
            purge(webhook.id(), DeliveryStatus.DEAD, now.minus(settings.keepDead()));
        }
    }

    private void purge(UUID webhook, DeliveryStatus status, Instant before) {
        int purged;
        do {
            purged = rows.purge(webhook, status, before, PURGED_AT_ONCE);
        } while (purged == PURGED_AT_ONCE);
    }

    private static String laneOf(Delivery delivery) {
        return delivery.subject().replaceFirst("^callback/", "");
    }
}
