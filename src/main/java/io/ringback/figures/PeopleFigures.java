package io.ringback.figures;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an agent, or all agents of a list, did with the cases that were closed in a period.
 *
 * @param from as counted, in whole quarters of an hour
 * @param countedUntil cases closed before are counted; those closed since are a moment later
 * @param given how often one of these cases came into an agent's hands
 * @param timeToCall from being given to the call
 * @param call from the beginning of a call to its end
 * @param afterCall from the end of the last call to the outcome
 * @param left how they left the agent's hands; of an agent for each list
 * @param stoppedByLimit the share of those given that a limit of the list took back, from 0 to 1; null when none were given
 */
public record PeopleFigures(
        Instant from,
        Instant to,
        Instant countedUntil,
        long given,
        Times timeToCall,
        Times call,
        Times afterCall,
        List<LeftBy> left,
        @Nullable Double stoppedByLimit) {

    /**
     * @param medianSeconds half of them took at most this long; null without any
     * @param p95Seconds 19 of 20 took at most this long
     */
    public record Times(
            long count,
            @Nullable Double medianSeconds,
            @Nullable Double p95Seconds) {

        static Times of(Counted counted) {
            return new Times(counted.count(), counted.medianSeconds(), counted.p95Seconds());
        }
    }

    /** How often cases of a list left an agent's hands in this way. */
    public record LeftBy(String listId, Left how, long count) {}
}
