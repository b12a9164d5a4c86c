package io.ringback.callback;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which callbacks to show; what is null or empty does not matter.
 *
 * @param phoneNumbers in E.164, any of them
 * @param setAside whether allocation passes it by until somebody repairs it
 * @param open whether it is not closed
 * @param overdue whether it is open although its due time has passed
 * @param from requested at this time or later
 * @param to requested before this time
 * @param sought what is to be found in it
 * @param answer how a call for it was classified
 */
public record CallbackFilter(
        @Nullable String listId,
        @Nullable CallbackStatus status,
        Set<String> phoneNumbers,
        @Nullable Boolean setAside,
        @Nullable Boolean open,
        @Nullable Boolean overdue,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable AnswerFilter answer,
        Sought sought) {

    /** Whatever is in it. */
    public CallbackFilter(
            @Nullable String listId,
            @Nullable CallbackStatus status,
            Set<String> phoneNumbers,
            @Nullable Boolean setAside,
            @Nullable Boolean open,
            @Nullable Boolean overdue,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable AnswerFilter answer) {
        this(listId, status, phoneNumbers, setAside, open, overdue, from, to, answer, Sought.NOTHING);
    }

    /** The same with what is to be found in it. */
    public CallbackFilter finding(Sought what) {
        return new CallbackFilter(listId, status, phoneNumbers, setAside, open, overdue, from, to, answer, what);
    }

    /** Whether it can have been shown with this filter: by what of it never changes. */
    boolean mayHaveHeld(Callback callback) {
        var request = callback.request();
        return (listId == null || listId.equals(callback.listId()))
                && (phoneNumbers.isEmpty()
                        || request.phoneNumber() != null && phoneNumbers.contains(request.phoneNumber()))
                && (from == null || !callback.createdAt().isBefore(from))
                && (to == null || callback.createdAt().isBefore(to));
    }

    /** Without the numbers, which belong in no log. */
    @Override
    public String toString() {
        return "CallbackFilter[listId=%s, status=%s]".formatted(listId, status);
    }
}
