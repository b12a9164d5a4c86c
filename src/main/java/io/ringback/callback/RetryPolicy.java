package io.ringback.callback;

/** The decision table that says when, and whether, a callback is offered again. */
public interface RetryPolicy {

    /**
     * @param attempts calls made so far
     * @param lastAttempt whether the list allows no further one
     */
    RetryDecision decide(CallStatus callStatus, int attempts, boolean lastAttempt);
}
