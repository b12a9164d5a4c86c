package io.ringback.handling;

import io.ringback.callback.Attempts;
import io.ringback.callback.Call;
import io.ringback.callback.Callback;
import io.ringback.callback.Callbacks;
import io.ringback.callback.Calls;
import io.ringback.callback.CaseProcess;
import io.ringback.callback.Change;
import io.ringback.callback.Phase;
import io.ringback.callback.RoundedUp;
import io.ringback.list.CallbackList;
import io.ringback.list.ListPolicy;
import io.ringback.list.Lists;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
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
        var policy = list(callback).policy();
        var counts = counts(callback, policy);
        calls.start(callback, call);
        return goOn(callback, callback.inHand().callStarted(call.id(), endsBy(policy), counts));
    }

    /** A call that was taken for ended goes on. */
    Callback resume(Callback callback, UUID callId) {
        return goOn(
                callback,
                callback.inHand().callResumed(callId, endsBy(list(callback).policy())));
    }

    /**
     * A call is over, as its row says already.
     *
     * @param ofCase all calls of the allocation, oldest first
     */
    Callback end(Callback callback, UUID callId, List<Call> ofCase) {
        if (CallTracker.phase(ofCase) == Phase.IN_CALL) {
            return callbacks.save(callback.inHand().oneCallEnded(callId));
        }
        var ended = callbacks.save(callback.inHand().callEnded(callId, closesAt(callback, list(callback), ofCase)));
        if (!ended.isSetAside()) {
            process.callEnded(ended);
        }
        return ended;
    }

    /** The calls of the case have gone on for too long; their rows say that they are over, and the process knows. */
    Callback takeForEnded(Callback callback) {
        var list = list(callback);
        var ofCase = calls.ofAllocation(callback.held().allocationId());
        var closesAt = closesAt(callback, list, ofCase);
        return callbacks.save(
                callback.inHand().callTakenForEnded(list.policy().longestCall(), closesAt, clock.instant()));
    }

    /** Whether an attempt made now counts as one more. */
    private boolean counts(Callback callback, ListPolicy policy) {
        return callback.attemptCount() == 0
                || Attempts.oneMoreCounts(
                        callback, attempts.of(callback.id()), policy.shortestRetry(), clock.instant());
    }

    private Callback goOn(Callback before, Change change) {
        var inCall = callbacks.save(change);
        if (before.held().phase() != Phase.IN_CALL && !inCall.isSetAside()) {
            process.callStarted(inCall);
        }
        return inCall;
    }

    private Instant endsBy(ListPolicy policy) {
        return RoundedUp.after(clock.instant(), policy.longestCall());
    }

    private @Nullable Instant closesAt(Callback callback, CallbackList list, List<Call> ofCase) {
        return ClosingWindow.closesAt(
                list.closeAfterCall(),
                ofCase,
                list.policy().moreTimeBy().multipliedBy(callback.held().moreTimes()),
                clock.instant());
    }

    private CallbackList list(Callback callback) {
        return lists.get(callback.listId());
    }
}
