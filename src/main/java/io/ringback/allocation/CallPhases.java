package io.ringback.allocation;

import io.ringback.callback.Attempts;
import io.ringback.callback.Call;
import io.ringback.callback.Callback;
import io.ringback.callback.Callbacks;
import io.ringback.callback.Calls;
import io.ringback.callback.CaseProcess;
import io.ringback.callback.Change;
import io.ringback.callback.Phase;
import io.ringback.callback.Promise;
import io.ringback.list.CallbackList;
import io.ringback.list.Lists;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Takes a case, and its process, into a call and out of it. In a call it has a limit, before and after one the countdowns
 * of its list. It is in a call as long as any of its calls goes on.
 */
@Component
class CallPhases {

    private final Callbacks callbacks;
    private final Calls calls;
    private final Attempts attempts;
    private final CaseProcess process;
    private final Lists lists;
    private final Clock clock;

    CallPhases(Callbacks callbacks, Calls calls, Attempts attempts, CaseProcess process, Lists lists, Clock clock) {
        this.callbacks = callbacks;
        this.calls = calls;
        this.attempts = attempts;
        this.process = process;
        this.lists = lists;
        this.clock = clock;
    }

    /** Writes a new call of the case in hand. */
    Callback begin(Callback callback, Call call) {
        var counts = counts(callback);
        calls.start(callback, call);
        return goOn(callback, counts, change("CALL_STARTED", call.id()));
    }

    /** A call that was taken for ended goes on. */
    Callback resume(Callback callback, UUID callId) {
        return goOn(callback, false, change("CALL_RESUMED", callId));
    }

    /** A call is over, as its row says already. */
    Callback end(Callback callback, UUID callId) {
        var change = change("CALL_ENDED", callId);
        var ofCase = calls.ofAllocation(callback.held().allocationId());
        if (CallBook.phase(ofCase) == Phase.IN_CALL) {
            return callbacks.save(callback, callback, change);
        }
        var ended = callbacks.save(callback, callback.callEnded(closesAt(callback)), change);
        if (!ended.isSetAside()) {
            process.callEnded(ended);
        }
        return ended;
    }

    /** The calls of the case have gone on for too long; their rows say that they are over, and the process knows. */
    Callback takeForEnded(Callback callback) {
        var limit = list(callback).policy().longestCall();
        return callbacks.save(
                callback,
                callback.callTakenForEnded(closesAt(callback), clock.instant()),
                Change.of("CALL_TAKEN_FOR_ENDED").with(Map.of("limit", limit.toString())));
    }

    /** Whether an attempt made now counts as one more. */
    boolean counts(Callback callback) {
        var shortest = list(callback).policy().shortestRetry();
        return callback.attemptCount() == 0
                || Attempts.oneMoreCounts(callback, attempts.of(callback.id()), shortest, clock.instant());
    }

    private Callback goOn(Callback callback, boolean counts, Change change) {
        if (callback.held().phase() == Phase.IN_CALL) {
            return callbacks.save(callback, callback, change);
        }
        var endsBy = Promise.after(clock.instant(), list(callback).policy().longestCall());
        var inCall = callbacks.save(callback, callback.callStarted(endsBy, counts), change);
        if (!inCall.isSetAside()) {
            process.callStarted(inCall);
        }
        return inCall;
    }

    private @Nullable Instant closesAt(Callback callback) {
        return ClosingWindow.closesAt(
                list(callback).closeAfterCall(),
                calls.ofAllocation(callback.held().allocationId()),
                clock.instant());
    }

    private CallbackList list(Callback callback) {
        return lists.get(callback.listId());
    }

    private static Change change(String type, UUID callId) {
        return Change.of(type).with(Map.of("callId", callId.toString()));
    }
}
