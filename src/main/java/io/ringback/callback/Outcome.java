package io.ringback.callback;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A saved outcome, as the process is told it.
 *
 * @param retryAt the agent's own date, at which the callback can be offered; null for none
 * @param attempts calls made so far, this one included
 * @param lastAttempt whether the list allows no further one
 * @param cancelRequested whether the callback is to be cancelled now that its agent is done with it
 */
public record Outcome(
        CallStatus callStatus, @Nullable Instant retryAt, int attempts, boolean lastAttempt, boolean cancelRequested) {}
