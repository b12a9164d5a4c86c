package io.ringback.callback;

import io.ringback.hours.OpeningCalendar;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The transitions of a callback in the hands of an agent. */
public record InHand(Callback callback, Holding holding) {

    /**
     * The number of the attempt whose outcome is saved, as the retry policy is told it. Without a call nothing is counted, and
     * the first one is the first nevertheless.
     */
    public int attemptNumber() {
        return Math.max(1, callback.attemptCount());
    }

    /**
     * The agent is in a call, the first or another one, also while one goes on. However many are made, an allocation counts
     * as one attempt.
     *
     * @param endsBy when it is taken for ended, should nobody tell of its end
     * @param counts whether an attempt counts now
     */
    public Change callStarted(UUID callId, Instant endsBy, boolean counts) {
        return callback.to(inCall(endsBy, counts), new CallEvent.CallStarted(callId));
    }

    /** A call that was taken for ended goes on. */
    public Change callResumed(UUID callId, Instant endsBy) {
        return callback.to(inCall(endsBy, false), new CallEvent.CallResumed(callId));
    }

    /** One of several calls is over. */
    public Change oneCallEnded(UUID callId) {
        return callback.to(callback, new CallEvent.CallEnded(callId));
    }

    /**
     * The last call that went on is over.
     *
     * @param closesAt when the case closes; null for never
     */
    public Change callEnded(UUID callId, @Nullable Instant closesAt) {
        return callback.to(held(holding.afterCall(closesAt, null)), new CallEvent.CallEnded(callId));
    }

    /** Nobody has told of the end of the call for too long: it is over, and the agent is asked. */
    public Change callTakenForEnded(Duration limit, @Nullable Instant closesAt, Instant now) {
        return callback.to(held(holding.afterCall(closesAt, now)), new CallEvent.CallTakenForEnded(limit));
    }

    /**
     * An outcome was saved. Without a call it is an attempt that does not count.
     *
     * @param callId what stands for a call, where none was made
     */
    public Change outcomeSaved(CallStatus callStatus, UUID callId, boolean withoutCall) {
        return callback.to(held(holding.saved()), new CallEvent.OutcomeSaved(callStatus, callId, withoutCall));
    }

    /**
     * Whether a request to cancel it waits until its agent is done with it: in a call, and after one with anything that is
     * not saved yet.
     */
    public boolean outlastsCancelling() {
        return holding.isToBeSaved();
    }

    /**
     * It is to be cancelled as soon as its agent is done with it.
     *
     * @param reason in the words of whoever cancels it
     */
    public Change cancelRequested(@Nullable String reason, Instant now) {
        return callback.to(callback.marked(new CancelRequest(now, reason)), new CallbackEvent.CancelRequested(reason));
    }

    /**
     * The agent needs more time: the countdown that runs ends later.
     *
     * @param by how much
     */
    public Change moreTime(Duration by) {
        return callback.to(held(holding.withMoreTime(by)), new CallbackEvent.MoreTime(by));
    }

    /** The agent has entered something. */
    public Change drafted(Draft draft) {
        return callback.to(held(holding.with(draft)), new CallbackEvent.Drafted());
    }

    /**
     * Back to wait for the next agent, as it was; one whose list has closed in the meantime waits for the next opening.
     *
     * @param limit the one that was reached; null when it was none
     * @param hours in which its caller may be called
     */
    public Change released(CallbackEvent.Released.@Nullable Limit limit, Supplier<OpeningCalendar> hours, Instant now) {
        var before = callback.deadlines();
        var closed = callback.callable(now) == Eligibility.LATER;
        var next = closed ? before.offeredFrom(before.earliestFrom(now), hours.get()) : before;
        var line = closed ? Callback.lineOf(next, now) : CallbackStatus.WAITING;
        var free = callback.with(line, next, callback.attemptCount(), null, holding.agentId());
        return callback.to(free, new CallbackEvent.Released(limit));
    }

    private Callback inCall(Instant endsBy, boolean counts) {
        var isFirst = holding.phase() == Phase.BEFORE_CALL && counts;
        return holding.phase() == Phase.IN_CALL
                ? callback
                : with(callback.attemptCount() + (isFirst ? 1 : 0), holding.inCall(endsBy));
    }

    private Callback held(Holding next) {
        return with(callback.attemptCount(), next);
    }

    private Callback with(int attempts, Holding next) {
        return callback.with(callback.status(), callback.deadlines(), attempts, next, callback.releasedBy());
    }
}
