package io.ringback.callback;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The transitions that close a callback. One that is to be cancelled is cancelled, whatever else came of it. */
public record Ending(Callback callback) {

    /** Only what an agent has in hand is resolved. */
    public Change resolved(Instant now) {
        callback.held();
        return orCancelled(CallbackStatus.RESOLVED, now, new CallbackEvent.Resolved());
    }

    /** Refused while an agent has it in hand. */
    public Change expired(Instant now) {
        if (callback.holding() != null) {
            throw new IllegalTransition(callback, CallbackStatus.WAITING);
        }
        return orCancelled(CallbackStatus.EXPIRED, now, new CallbackEvent.Expired());
    }

    /** No further attempt is made. */
    public Change givenUp(Instant now) {
        return orCancelled(CallbackStatus.CANCELLED, now, new CallbackEvent.GivenUp());
    }

    /** @param reason in the words of whoever cancels it; of no account when somebody has asked for it before */
    public Change cancelled(@Nullable String reason, Instant now) {
        var asked = callback.cancelRequested();
        var request = asked == null ? new CancelRequest(now, reason) : asked;
        var marked = callback.marked(request);
        return closed(marked, CallbackStatus.CANCELLED, now, new CallbackEvent.Cancelled(request.reason()))
                .from(callback);
    }

    private Change orCancelled(CallbackStatus as, Instant now, CallbackEvent event) {
        return callback.isToBeCancelled() ? cancelled(null, now) : closed(callback, as, now, event);
    }

    private static Change closed(Callback callback, CallbackStatus as, Instant now, CallbackEvent event) {
        callback.expectOpen();
        return callback.to(CallbackCopy.closed(callback, as, callback.mainCallbackId(), now), event);
    }
}
