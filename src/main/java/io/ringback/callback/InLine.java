package io.ringback.callback;

import io.ringback.hours.OpeningCalendar;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The transitions of a callback that waits for an agent, or for its time. */
public record InLine(Callback callback) {

    /**
     * Into the hands of an agent.
     *
     * @param autoStopAt when receiving stops unless the customer is called; null without such a limit
     */
    public Change allocatedTo(String agentId, UUID allocationId, Instant now, @Nullable Instant autoStopAt) {
        var hold = new Holding(agentId, allocationId, now, Phase.BEFORE_CALL, autoStopAt, null, null, null, null);
        var isFirst = callback.releasedBy() == null;
        var waited = isFirst ? Duration.between(callback.deadlines().eligibleAt(), now) : null;
        return callback.to(
                callback.with(CallbackStatus.ALLOCATED, callback.deadlines(), callback.attemptCount(), hold, null),
                new CallbackEvent.Allocated(allocationId, waited));
    }

    /** Its time has come. */
    public Change becomeEligible() {
        if (callback.status() != CallbackStatus.SCHEDULED) {
            throw new IllegalTransition(callback, CallbackStatus.SCHEDULED);
        }
        return callback.to(with(CallbackStatus.WAITING, callback.deadlines()), new CallbackEvent.BecameEligible());
    }

    /** Its list has closed or has other hours now: to wait for the next opening, or to go on waiting if it is open. */
    public Change hoursLookedUp(OpeningCalendar hours, Instant now) {
        var before = callback.deadlines();
        if (before.isExpired(now)) {
            return callback.to(with(callback.status(), before.withoutClosing()), new CallbackEvent.HoursLookedUp());
        }
        var next = before.lookedUpAgain(hours, now);
        var waits = callback.status() == CallbackStatus.WAITING
                && !next.eligibleAt().isAfter(now);
        var line = waits ? CallbackStatus.WAITING : CallbackStatus.SCHEDULED;
        return callback.to(with(line, next), whatHoursDid(line, next));
    }

    /**
     * To another time, which a supervisor has agreed on with the caller.
     *
     * @param reason in the supervisor's words
     */
    public Change rescheduled(Appointment appointment, String reason, OpeningCalendar hours) {
        var next = callback.deadlines().appointed(appointment, hours);
        return callback.to(
                callback.with(CallbackStatus.SCHEDULED, next, callback.attemptCount(), null, null),
                new CallbackEvent.Rescheduled(CallbackEvent.RetryScheduled.of(appointment, next.eligibleAt()), reason));
    }

    private CallbackEvent whatHoursDid(CallbackStatus line, Deadlines next) {
        var before = callback.deadlines();
        if (line == callback.status() && next.eligibleAt().equals(before.eligibleAt())) {
            return new CallbackEvent.HoursLookedUp();
        }
        return Deadlines.HOURS_CHANGED.equals(before.offerUntil())
                ? new CallbackEvent.CallingHoursChanged(next.eligibleAt())
                : new CallbackEvent.CallingHoursEnded(next.eligibleAt());
    }

    private Callback with(CallbackStatus line, Deadlines deadlines) {
        return callback.with(line, deadlines, callback.attemptCount(), null, callback.releasedBy());
    }
}
