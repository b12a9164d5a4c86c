package io.ringback.callback;

import io.ringback.list.CallbackList;
import java.time.Instant;

/** The decision table that says how urgent a request is. */
public interface UrgencyPolicy {

    /**
     * Never fails for what the table says, but in a rehearsal: what it cannot decide is {@link Urgency#USUAL}, and an operator hears of it.
     *
     * @param later whether it is asked for a time that is yet to come
     */
    Urgency decide(CallbackList list, Request request, boolean later, Instant now);
}
