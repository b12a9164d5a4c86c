package io.ringback.presence;

import java.time.Duration;
import java.time.Instant;

/** What an agent is doing, as others see it; the later in this order, the busier. */
public enum Presence {
    /** Nothing is heard of a desk of the agent's: never was, not since signing out, or not for the grace time. */
    NOT_SIGNED_IN,
    /** A page or a program of the agent's is there, and no callbacks are received. */
    AT_DESK,
    /** Waits for a case. */
    RECEIVING,
    /** Has a case in hand, before or after the call. */
    WITH_CASE,
    /** Talks to the caller of the case in hand. */
    IN_CALL;

    /**
     * The one rule. Who receives counts as there also while nothing is heard: whether the desk is lost is decided by
     * stopping, and programs may receive without a sign of life.
     *
     * @param grace how long nothing need be heard of somebody who is there
     */
    static Presence of(Signs signs, Instant now, Duration grace) {
        if (signs.holding()) {
            return signs.inCall() ? IN_CALL : WITH_CASE;
        }
        if (signs.receiving()) {
            return RECEIVING;
        }
        return signs.isHeardOf(now, grace) ? AT_DESK : NOT_SIGNED_IN;
    }

    /** As it is for a list: who receives for other lists only is not receiving there. A case in hand is one anywhere. */
    public Presence onList(boolean active) {
        return this == RECEIVING && !active ? AT_DESK : this;
    }
}
