package io.ringback.intake;

import io.ringback.callback.Callback;
import io.ringback.callback.CallbackStatus;
import io.ringback.callback.Callbacks;
import io.ringback.list.CallbackList;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What an external id says of a request. As long as the callback it came with is open, it is that request sent again, and
 * nothing else may come with it; after that it may come once more, unless the list takes each id only once.
 */
@Component
class KnownRequests {

    private final Callbacks callbacks;
    private final LateExpiry late;

    KnownRequests(Callbacks callbacks, LateExpiry late) {
        this.callbacks = callbacks;
        this.late = late;
    }

    /**
     * @param callback the one that came with the same request before; null for a new request
     * @param use the how-manieth callback of the external id a new one is
     */
    record Known(@Nullable Callback callback, int use) {}

    /**
     * @param phoneNumber in E.164
     * @throws InvalidField when the external id is that of another request, or has been used up
     */
    Known look(CallbackRequest request, CallbackList list, String phoneNumber) {
        var last = last(request);
        if (last.isEmpty()) {
            return new Known(null, 1);
        }
        var callback = last.get();
        var use = callback.request().externalUse();
        var askedOn = callbacks.wasAskedForOn(callback, list.id()) ? list.id() : callback.listId();
        var before = new KnownExternalId(askedOn, callback.request().numberToCall(), isOpen(callback));
        return before.isSentAgain(list, phoneNumber) ? new Known(callback, use) : new Known(null, use + 1);
    }

    /** The last one with this external id, if it was the same request, whether closed by now or not. */
    Optional<Callback> sameAsLast(CallbackRequest request, CallbackList list, String phoneNumber) {
        return last(request).filter(callback -> isSame(callback, list, phoneNumber));
    }

    private Optional<Callback> last(CallbackRequest request) {
        var externalId = request.externalId();
        return externalId == null ? Optional.empty() : callbacks.lastByExternalId(request.source(), externalId);
    }

    /** A merged one lives on in its main callback. */
    private boolean isOpen(Callback callback) {
        var living = callback;
        while (living.status() == CallbackStatus.MERGED) {
            living = callbacks.get(Objects.requireNonNull(living.mainCallbackId()));
        }
        return !living.isClosed() && !late.expires(living);
    }

    /** Also when a supervisor has moved it to another list since. */
    private boolean isSame(Callback callback, CallbackList list, String phoneNumber) {
        return callbacks.wasAskedForOn(callback, list.id())
                && phoneNumber.equals(callback.request().phoneNumber());
    }
}
