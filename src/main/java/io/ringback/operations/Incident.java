package io.ringback.operations;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A step of a process that has failed.
 *
 * @param id to try it again by
 * @param kind whether it fires no more, or is tried again by itself
 * @param process the id of the process in its model
 * @param activity the id of the element in the model
 * @param callbackId the callback whose case it is, if it is one's
 * @param message what went wrong, shortened, without phone numbers
 * @param since when it gave up; null while it is tried
 * @param nextTryAt null when it has given up
 * @param retriesLeft tries until it gives up
 */
public record Incident(
        String id,
        Kind kind,
        String process,
        @Nullable String activity,
        @Nullable UUID callbackId,
        @Nullable String message,
        @Nullable Instant since,
        @Nullable Instant nextTryAt,
        int retriesLeft) {

    /** How far it has come. */
    public enum Kind {
        GIVEN_UP,
        RETRYING
    }
}
