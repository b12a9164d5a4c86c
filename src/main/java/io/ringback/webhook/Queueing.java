package io.ringback.webhook;

import io.ringback.platform.database.Transactions;
import io.ringback.platform.problem.InvalidField;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Puts events of the stream into the lanes of those webhooks that want them. */
@Service
class Queueing {

    private static final int AT_ONCE = 1_000;
    private static final int MOST_ROUNDS = 20;
    private static final long MOST_REPLAYED = 100_000;

    private final JdbcQueueing rows;
    private final Webhooks webhooks;
    private final Transactions transactions;
    private final Clock clock;

    Queueing(JdbcQueueing rows, Webhooks webhooks, Transactions transactions, Clock clock) {
        this.rows = rows;
        this.webhooks = webhooks;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Takes new events for each enabled webhook, some thousands at most so that sending can begin. */
    void takeNew() {
        for (var webhook : rows.behind()) {
            int rounds = 0;
            while (rounds < MOST_ROUNDS && transactions.run(() -> take(webhook))) {
                rounds++;
            }
        }
    }

    /**
     * Puts events up to now into the lanes once more, also those that were delivered. They are sent before later events
     * of the same lanes.
     *
     * @param from the first number
     * @param upTo the last one; null for all up to now
     * @return how many are sent once more
     */
    int replay(UUID id, long from, @Nullable Long upTo) {
        if (upTo != null && upTo < from) {
            throw new InvalidField("toSequence", "must not be before fromSequence");
        }
        return transactions.run(() -> {
            var webhook = webhooks.lock(id);
            var taken = rows.takenTo(id);
            var last = upTo == null ? taken : Math.min(upTo, taken);
            if (last - from >= MOST_REPLAYED) {
                throw new InvalidField(
                        "toSequence",
                        "must be less than %s after fromSequence; replay the rest after that".formatted(MOST_REPLAYED));
            }
            var range = new EventRange(from - 1, last);
            var now = clock.instant();
            rows.openLanesAtOnce(webhook, range, now);
            var again = rows.addAgain(webhook, range, now);
            webhooks.record(new WebhookEvent.Replayed(from, last), webhook);
            return again;
        });
    }

    /** Answers whether there may be more. */
    private boolean take(UUID id) {
        var taken = rows.lockUnlessBusy(id);
        if (taken.isEmpty()) {
            return false;
        }
        var last = rows.lastSequence();
        var range = new EventRange(taken.get(), Math.min(last, taken.get() + AT_ONCE));
        if (range.upTo() == range.after()) {
            return false;
        }
        var webhook = webhooks.get(id);
        rows.openLanes(webhook, range, clock.instant());
        rows.add(webhook, range);
        rows.setTakenTo(id, range.upTo());
        return range.upTo() < last;
    }
}
