package io.ringback.callback;

import java.time.Instant;

/**
 * The times of a callback.
 *
 * @param eligibleAt from when it may be offered
 * @param dueAt when it should be called
 * @param expiresAt when it closes by itself
 * @param priorityAt the older, the earlier it is offered
 */
public record Deadlines(Instant eligibleAt, Instant dueAt, Instant expiresAt, Instant priorityAt) {

    Deadlines eligibleAt(Instant at) {
        return new Deadlines(at, dueAt, expiresAt, priorityAt);
    }
}
