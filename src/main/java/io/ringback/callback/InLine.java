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
     * @param facts what that was decided from; null where nobody had to decide
     */
    public Change allocatedTo(
            String agentId,
            UUID allocationId,
            Instant now,
            @Nullable Instant autoStopAt,
            @Nullable AllocationFacts facts) {
        var hold = new Holding(agentId, allocationId, now, Phase.BEFORE_CALL, autoStopAt, null, null, null, 0, null);
        var isFirst = callback.releasedBy() == null;
        var waited = isFirst ? Duration.between(callback.deadlines().eligibleAt(), now) : null;
        return callback.to(
                callback.with(CallbackStatus.ALLOCATED, callback.deadlines(), callback.attemptCount(), hold, null)
                        .preferring(callback.preference().taken()),
                new CallbackEvent.Allocated(allocationId, waited, facts));
    }

    /** Its time has come. */
    public Change becomeEligible() {
        if (callback.status() != CallbackStatus.SCHEDULED) {
            throw new IllegalTransition(callback, CallbackStatus.SCHEDULED);
        }
        return callback.to(with(CallbackStatus.WAITING, callback.deadlines()), new CallbackEvent.BecameEligible());
    }

    /** Its process has held it back, and offers it: at once, or from when its time comes. */
    public Change offered(Instant now) {
        if (callback.callable(now) == Eligibility.LATER) {
            return callback.to(
                    CallbackCopy.offered(callback, CallbackStatus.SCHEDULED, callback.deadlines()),
                    new CallbackEvent.OfferedForLater());
        }
        var isNew = callback.releasedBy() == null && !callback.deadlines().isExpired(now);
        var times = isNew ? callback.deadlines().eligibleSince(now) : callback.deadlines();
        return callback.to(
                CallbackCopy.offered(callback, CallbackStatus.WAITING, times), new CallbackEvent.BecameEligible());
    }

    /**
     * Its times when it is to be offered as soon as its list is open, however far ahead that was: never later than now
     * planned.
     */
    public Deadlines offeredSoon(OpeningCalendar hours, Instant now) {
        var before = callback.deadlines();
        if (before.isOfferable(now)) {
            return before;
        }
        var soon = before.agreed(false, false).offeredFrom(now, hours);
        var closedNow = !before.eligibleAt().isAfter(now);
        return closedNow || soon.eligibleAt().isBefore(before.eligibleAt()) ? soon : before;
    }

    /** Before all others of its list, as soon as that is open; the one that was put there last is the first. */
    public Change expedited(String reason, OpeningCalendar hours, Instant now) {
        var soon = offeredSoon(hours, now);
        return callback.to(
                with(Callback.lineOf(soon, now), soon)
                        .preferring(callback.preference().expedited(now)),
                new SteeringEvent.Expedited(soon.eligibleAt(), reason));
    }

    /**
     * Kept for an agent, to be offered as soon as its list is open.
     *
     * @param until when it is anyone's again
     */
    public Change given(String agentId, Instant until, String reason, OpeningCalendar hours, Instant now) {
        var soon = offeredSoon(hours, now);
        return callback.to(
                with(Callback.lineOf(soon, now), soon)
                        .preferring(callback.preference().kept(agentId, until)),
                new SteeringEvent.Given(agentId, until, reason));
    }

    /** @param priorityAt its place in the order of its list with that */
    public Change dueAt(Instant due, Instant priorityAt, String reason, Instant now) {
        var moved = with(callback.status(), callback.deadlines().due(due, priorityAt));
        var next = CallbackCopy.overdue(moved, callback.overdue() && !due.isAfter(now));
        return callback.to(next, new SteeringEvent.DueChanged(due, reason));
    }

    /**
     * To another list, on which its number has no open callback. What was decided about its turn counted for the old one.
     *
     * @param times by the settings of that list
     */
    public Change movedTo(String listId, Deadlines times, String reason, Instant now) {
        var moved = with(Callback.lineOf(times, now), times).onList(listId).preferring(Preference.NONE);
        return callback.to(moved, new SteeringEvent.Moved(callback.listId(), listId, null, reason));
    }

    /** To another list, on which {@code main} is open for its number: closed, as a request there would be. */
    public Change movedInto(Callback main, String reason, Instant now) {
        var merged = callback.merged(main, now).onList(main.listId()).preferring(Preference.NONE);
        return callback.to(merged, new SteeringEvent.Moved(callback.listId(), main.listId(), main.id(), reason));
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
                callback.scheduled(next),
                new RetryEvent.Rescheduled(RetryEvent.RetryScheduled.of(appointment, next.eligibleAt()), reason));
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
