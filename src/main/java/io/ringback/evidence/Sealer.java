package io.ringback.evidence;

import io.ringback.evidence.JdbcChain.State;
import io.ringback.platform.database.Transactions;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Seals events in blocks once nothing can come between them any more. Numbers are given before the commit; whoever has been
 * given one holds a lock on the table until it is over, so when all those are over who held one at a time when a number had been
 * given, every event up to it is written or never will be. Nobody who writes waits for it, or does anything for it.
 *
 * <p>Not for several threads.
 */
@Component
class Sealer {

    static final int LARGEST_BLOCK = 1_000;
    private static final int AT_ONCE = 10_000;
    private static final long PART = 5_000_000;

    private final JdbcChain chain;
    private final TrailReader trail;
    private final Anchors anchors;
    private final Transactions transactions;
    private final Clock clock;
    private @Nullable Awaited awaited;

    Sealer(JdbcChain chain, TrailReader trail, Anchors anchors, Transactions transactions, Clock clock) {
        this.chain = chain;
        this.trail = trail;
        this.anchors = anchors;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Seals what it can, some of it at once; answers whether there may be more to seal right now. */
    boolean seal() {
        var waitingFor = awaited == null ? begin() : awaited.stillWriting(chain.writing());
        awaited = null;
        if (!waitingFor.writers().isEmpty()) {
            awaited = waitingFor;
            return false;
        }
        return waitingFor.isSomething() && sealTo(waitingFor.lastId());
    }

    /** Whether somebody who writes is waited for. */
    boolean isWaiting() {
        return awaited != null;
    }

    /** The number first: whoever is given a later one need not be waited for. */
    private Awaited begin() {
        var last = chain.lastGiven();
        var isNew = last > chain.state().sealedTo();
        return new Awaited(last, isNew ? chain.writing() : Set.of(), isNew || anchors.isDue(clock.instant()));
    }

    private boolean sealTo(long id) {
        return transactions.run(() -> {
            var state = chain.lockUnlessBusy();
            var now = clock.instant();
            if (state.isPresent() && anchors.isDue(now)) {
                anchors.make(now);
            }
            return state.isPresent() && sealed(state.get(), id);
        });
    }

    private boolean sealed(State state, long id) {
        if (id <= state.sealedTo()) {
            return false;
        }
        var first = state.sealedTo() + 1;
        var last = Math.min(id, (first / PART + 1) * PART - 1);
        var events = trail.salted(state.sealedTo(), last, AT_ONCE, new EventHash(trail.harmless()));
        if (events.size() == AT_ONCE) {
            last = events.get(events.size() - 1).id();
        }
        addBlocks(first, last, events);
        chain.setSealedTo(last);
        return last < id;
    }

    private void addBlocks(long first, long last, List<HashedEvent> events) {
        var before = chain.last().orElse(null);
        var place = 0;
        var from = first;
        do {
            var end = Math.min(place + LARGEST_BLOCK, events.size());
            var mine = events.subList(place, end);
            var upTo = end == events.size() ? last : mine.get(mine.size() - 1).id();
            before = Block.after(before, from, upTo, mine, clock.instant());
            chain.add(before);
            from = upTo + 1;
            place = end;
        } while (place < events.size());
    }

    /** A number up to which everything is written once none of these transactions writes any more. */
    private record Awaited(long lastId, Set<String> writers, boolean isSomething) {

        Awaited stillWriting(Set<String> now) {
            var still = new HashSet<>(writers);
            still.retainAll(now);
            return new Awaited(lastId, still, isSomething);
        }
    }
}
