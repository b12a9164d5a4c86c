package io.ringback.callback;

import java.time.Instant;
import java.util.UUID;

/**
 * A note that a supervisor has written on a callback.
 *
 * @param authorId the account
 */
public record CallbackNote(UUID id, Instant at, String authorId, String note) {

    /** Without the words, which may be about the caller. */
    @Override
    public String toString() {
        return "CallbackNote[id=%s]".formatted(id);
    }
}
