package io.ringback.erasure;

import io.ringback.callback.CallbackEvent;
import io.ringback.callback.Callbacks;
import io.ringback.list.CallbackList;
import io.ringback.list.Lists;
import io.ringback.platform.database.Transactions;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Forgets who callers were, some callbacks at a time, each time in a transaction of its own: short ones, so that agents
 * notice nothing, and a server that goes down leaves none half forgotten. Several nodes may do so at once.
 */
@Component
class Forgetting {

    static final int AT_A_TIME = 100;

    private final JdbcPlaces places;
    private final JdbcErasures erasures;
    private final Callbacks callbacks;
    private final Lists lists;
    private final Transactions transactions;
    private final Clock clock;

    Forgetting(
            JdbcPlaces places,
            JdbcErasures erasures,
            Callbacks callbacks,
            Lists lists,
            Transactions transactions,
            Clock clock) {
        this.places = places;
        this.erasures = erasures;
        this.callbacks = callbacks;
        this.lists = lists;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Some of those that were asked for and can be forgotten by now; answers of how many. */
    int someAskedFor() {
        return transactions.run(() -> {
            var ready = erasures.ready(AT_A_TIME).stream()
                    .collect(Collectors.groupingBy(
                            JdbcErasures.Taken::erasureId,
                            Collectors.mapping(JdbcErasures.Taken::callbackId, Collectors.toList())));
            ready.forEach((erasure, ids) -> forget(ids, new CallbackEvent.Forgotten(erasure)));
            return ready.values().stream().mapToInt(List::size).sum();
        });
    }

    /** Some of those whose time on their list is over, of archived lists, too; answers of how many. */
    int someInTime() {
        var now = clock.instant();
        var closedBefore = lists.everyOne().stream()
                .collect(Collectors.toMap(
                        CallbackList::id,
                        list -> now.minus(list.policy().forgetAfter()),
                        (one, archivedMeanwhile) -> one));
        var some = erasures.withOverdue(closedBefore);
        return closedBefore.entrySet().stream()
                .filter(list -> some.contains(list.getKey()))
                .mapToInt(list -> someInTime(list.getKey(), list.getValue()))
                .sum();
    }

    private int someInTime(String listId, Instant closedBefore) {
        return transactions.run(() -> {
            var ids = erasures.overdue(listId, closedBefore, AT_A_TIME);
            forget(ids, new CallbackEvent.Forgotten(null));
            return ids.size();
        });
    }

    /** Ends of calls that nobody came for. */
    void leftOvers() {
        transactions.execute(() -> erasures.forgetCallEnds(clock.instant()));
    }

    /** They are closed, at rest, and locked. */
    private void forget(List<UUID> ids, CallbackEvent.Forgotten why) {
        if (!ids.isEmpty()) {
            places.forget(ids);
            callbacks.forget(ids, why);
            erasures.done(ids);
        }
    }
}
