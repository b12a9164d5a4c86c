package io.ringback.allocation;

import java.util.HashSet;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Wakes idle agents, longest idle first, each once, until nobody is left for whom something is eligible. */
final class InTurn {

    private InTurn() {}

    /**
     * Offers to each of them what is eligible.
     *
     * @param idle some of the agents for whom something is eligible right now, longest idle first
     * @param offer whether the agent got a callback
     * @return how many did
     */
    static int wake(Supplier<List<String>> idle, Predicate<String> offer) {
        var asked = new HashSet<String>();
        var offered = 0;
        List<String> next;
        do {
            next = idle.get().stream().filter(asked::add).toList();
            offered += (int) next.stream().filter(offer).count();
        } while (!next.isEmpty());
        return offered;
    }
}
