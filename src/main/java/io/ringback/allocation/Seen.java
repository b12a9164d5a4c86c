package io.ringback.allocation;

import io.ringback.callback.AllocationFacts;
import io.ringback.callback.AllocationFacts.Ahead;
import io.ringback.callback.AllocationFacts.FirstBy;
import io.ringback.callback.Callback;
import io.ringback.list.AllocationOrder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the statement saw that locked a callback for an agent.
 *
 * @param joined how many lists the agent had joined
 * @param eligible how many callbacks were eligible on them, counted up to one more than {@link #MOST_COUNTED}
 * @param skipped of the eligible ones that it was shown, those it did not take, and why
 * @param notGiven the ones earlier in turn on the list that could not be given
 */
record Seen(
        Callback callback,
        List<String> joinedLists,
        int joined,
        int eligible,
        Map<UUID, AllocationFacts.Why> skipped,
        List<Ahead> notGiven,
        int agentsWaiting,
        int longerWaiting,
        @Nullable Instant idleSince,
        boolean calledBefore) {

    static final int MOST_COUNTED = 50;

    /**
     * @param candidates those that it was shown, in their turn
     * @param order of the callback's list
     */
    AllocationFacts facts(List<Candidate> candidates, AllocationOrder order, Instant now) {
        var place = place(candidates);
        var ahead = new ArrayList<Ahead>();
        candidates.subList(0, place).forEach(candidate -> {
            var why = skipped.get(candidate.id());
            if (why != null) {
                ahead.add(new Ahead(candidate.id(), why));
            }
        });
        ahead.addAll(notGiven);
        var counted = Math.max(place + 1, Math.min(eligible, MOST_COUNTED));
        return new AllocationFacts(
                joinedLists,
                joined,
                counted,
                eligible > MOST_COUNTED,
                place + 1,
                firstBy(candidates, place, order),
                ahead,
                agentsWaiting,
                longerWaiting,
                idleSince == null ? null : Duration.between(idleSince, now),
                calledBefore);
    }

    private int place(List<Candidate> candidates) {
        var place = 0;
        while (!candidates.get(place).id().equals(callback.id())) {
            place++;
        }
        return place;
    }

    /** Null when nobody has looked at the one after it. */
    private @Nullable FirstBy firstBy(List<Candidate> candidates, int place, AllocationOrder order) {
        if (place + 1 < candidates.size()) {
            return candidates.get(place).before(candidates.get(place + 1), order);
        }
        return eligible <= candidates.size() ? FirstBy.ONLY : null;
    }
}
