package io.ringback.callback;

/** The decision table that says when, and whether, a callback is offered again. */
public interface RetryPolicy {

    /**
     * @param callback whose attempt it is, in hand or saved
     * @param attempts calls made so far
     * @param lastAttempt whether the list allows no further one
     */
    RetryDecision decide(Callback callback, CallStatus callStatus, int attempts, boolean lastAttempt);
}
