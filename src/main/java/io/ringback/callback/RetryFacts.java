package io.ringback.callback;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the time was decided from at which a callback is offered again.
 *
 * @param after how long the retry policy or the list wanted to wait; null where that was not what decided
 * @param at the time that came of it
 * @param moved why it is offered at another time; null when it is not
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RetryFacts(
        @Nullable Duration after,
        @Nullable Instant at,
        @Nullable Moved moved) {

    /** The name that the trail keeps it under. */
    public static final String FACT = "retry";

    /** What moved a time. */
    public enum Moved {
        /** The list was closed then: it is offered when it opens. */
        OPENING,
        /** It was sooner after the call than the list allows. */
        SHORTEST,
        /** It was not before the expiry: it is offered at the last moment before that. */
        BEFORE_EXPIRY,
        /** No time was left before the expiry. */
        NEVER
    }

    /** At a time after the delay, which may have been too short. */
    static RetryFacts after(Duration delay, Instant asIs, Instant at) {
        return new RetryFacts(delay, at, asIs.equals(at) ? null : Moved.SHORTEST);
    }

    static RetryFacts moved(Moved why) {
        return new RetryFacts(null, null, why);
    }

    /** The same, when it is offered at this time at last. */
    RetryFacts offeredAt(Instant offered) {
        return at == null || at.equals(offered) ? this : new RetryFacts(after, at, Moved.OPENING);
    }
}
