package io.ringback.callback;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A callback as the API shows it.
 *
 * @param phoneNumber null when it is forgotten
 * @param allocatedTo the agent who has it in hand
 * @param appointmentAt the time agreed on with the caller; null when none was, or it is closed
 * @param expeditedAt when a supervisor put it before all others of its list
 * @param priority 0 to 9; the higher, the earlier it is offered
 * @param keptFor the agent whom a supervisor keeps it for, until {@code keptUntil}
 * @param cancelRequested when and why it was cancelled, or is to be as soon as its agent is done with it; null otherwise
 * @param forgottenAt since when nothing says any more who the caller was: number, name, attributes, notes, answers and
 *     recordings are gone; null as long as they are kept
 * @param setAside whether allocation passes it by until a supervisor repairs it
 */
public record CallbackView(
        UUID id,
        String listId,
        @Nullable String phoneNumber,
        @Nullable String callerName,
        Source source,
        @Nullable String externalId,
        CallbackStatus status,
        Instant createdAt,
        Instant eligibleAt,
        Instant dueAt,
        Instant expiresAt,
        @Nullable Instant closedAt,
        @Nullable UUID mainCallbackId,
        int attemptCount,
        @Nullable String allocatedTo,
        Map<String, String> attributes,
        boolean overdue,
        boolean setAside,
        @Nullable Instant appointmentAt,
        int priority,
        @Nullable Instant expeditedAt,
        @Nullable String keptFor,
        @Nullable Instant keptUntil,
        @Nullable CancelRequest cancelRequested,
        @Nullable Instant forgottenAt) {

    public static CallbackView of(Callback callback) {
        var request = callback.request();
        var holding = callback.holding();
        return new CallbackView(
                callback.id(),
                request.listId(),
                request.phoneNumber(),
                request.callerName(),
                request.source(),
                request.externalId(),
                callback.status(),
                callback.createdAt(),
                callback.deadlines().eligibleAt(),
                callback.deadlines().dueAt(),
                callback.deadlines().expiresAt(),
                callback.closedAt(),
                callback.mainCallbackId(),
                callback.attemptCount(),
                holding == null ? null : holding.agentId(),
                request.attributes(),
                callback.overdue(),
                callback.isSetAside(),
                callback.appointmentAt(),
                callback.priority(),
                callback.preference().expeditedAt(),
                callback.preference().keptFor(),
                callback.preference().keptUntil(),
                callback.cancelRequested(),
                request.forgottenAt());
    }

    /** Without the number and the name, which belong in no log. */
    @Override
    public String toString() {
        return "CallbackView[id=%s, status=%s]".formatted(id, status);
    }
}
