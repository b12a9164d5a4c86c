package io.ringback.callback;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Callbacks with some other values, whatever may become of what: which of them may be, {@link Callback} says. */
final class CallbackCopy {

    private CallbackCopy() {}

    /** A new one. */
    static Callback requested(UUID id, Request request, Deadlines deadlines, CallbackStatus status, Instant now) {
        return new Callback(
                id,
                request,
                now,
                status,
                deadlines,
                false,
                0,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                false,
                Preference.NONE);
    }

    static Callback of(Callback of, Request request, Preference preference) {
        return new Callback(
                of.id(),
                request,
                of.createdAt(),
                of.status(),
                of.deadlines(),
                of.overdue(),
                of.attemptCount(),
                of.mainCallbackId(),
                of.closedAt(),
                of.holding(),
                of.releasedBy(),
                of.processInstanceId(),
                of.setAsideBecause(),
                of.cancelRequested(),
                of.remarked(),
                preference);
    }

    static Callback of(
            Callback of,
            CallbackStatus status,
            Deadlines deadlines,
            int attemptCount,
            @Nullable Holding holding,
            @Nullable String releasedBy) {
        return new Callback(
                of.id(),
                of.request(),
                of.createdAt(),
                status,
                deadlines,
                of.overdue(),
                attemptCount,
                of.mainCallbackId(),
                of.closedAt(),
                holding,
                releasedBy,
                of.processInstanceId(),
                of.setAsideBecause(),
                of.cancelRequested(),
                of.remarked(),
                of.preference());
    }

    /** In nobody's hands any more. */
    static Callback closed(Callback of, CallbackStatus status, @Nullable UUID mainCallbackId, Instant at) {
        return new Callback(
                of.id(),
                of.request(),
                of.createdAt(),
                status,
                of.deadlines(),
                of.overdue(),
                of.attemptCount(),
                mainCallbackId,
                at,
                null,
                null,
                of.processInstanceId(),
                of.setAsideBecause(),
                of.cancelRequested(),
                of.remarked(),
                of.preference());
    }

    static Callback overdue(Callback of, boolean overdue) {
        return new Callback(
                of.id(),
                of.request(),
                of.createdAt(),
                of.status(),
                of.deadlines(),
                overdue,
                of.attemptCount(),
                of.mainCallbackId(),
                of.closedAt(),
                of.holding(),
                of.releasedBy(),
                of.processInstanceId(),
                of.setAsideBecause(),
                of.cancelRequested(),
                of.remarked(),
                of.preference());
    }

    /** @param because why; null for one that is not set aside any more */
    static Callback aside(Callback of, @Nullable String because) {
        return new Callback(
                of.id(),
                of.request(),
                of.createdAt(),
                of.status(),
                of.deadlines(),
                of.overdue(),
                of.attemptCount(),
                of.mainCallbackId(),
                of.closedAt(),
                of.holding(),
                of.releasedBy(),
                of.processInstanceId(),
                because,
                of.cancelRequested(),
                of.remarked(),
                of.preference());
    }

    /** Something is written beside it from now on. */
    static Callback remarked(Callback of) {
        return marked(of, of.cancelRequested(), true);
    }

    /** @param cancelRequested null for one that is not to be cancelled */
    static Callback marked(Callback of, @Nullable CancelRequest cancelRequested, boolean remarked) {
        return new Callback(
                of.id(),
                of.request(),
                of.createdAt(),
                of.status(),
                of.deadlines(),
                of.overdue(),
                of.attemptCount(),
                of.mainCallbackId(),
                of.closedAt(),
                of.holding(),
                of.releasedBy(),
                of.processInstanceId(),
                of.setAsideBecause(),
                cancelRequested,
                remarked,
                of.preference());
    }
}
