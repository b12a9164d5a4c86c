package io.ringback.callback;

import io.ringback.hours.OpeningCalendar;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The times of a callback.
 *
 * @param earliestAt from when it was meant to be offered, whatever the calling hours are
 * @param eligibleAt from when it may be offered
 * @param offerUntil when its list closes after that, or {@link #HOURS_CHANGED}; null when it does not
 * @param dueAt when it should be called
 * @param expiresAt when it closes by itself
 * @param priorityAt the older, the earlier it is offered
 * @param agreed whether it was agreed on with the caller from when it is offered: an appointment
 * @param outsideHours whether that was insisted on, so that it is offered then even though its list is closed
 */
public record Deadlines(
        Instant earliestAt,
        Instant eligibleAt,
        @Nullable Instant offerUntil,
        Instant dueAt,
        Instant expiresAt,
        Instant priorityAt,
        boolean agreed,
        boolean outsideHours) {

    /** Of one that keeps to the hours of its list. */
    public Deadlines(
            Instant earliestAt,
            Instant eligibleAt,
            @Nullable Instant offerUntil,
            Instant dueAt,
            Instant expiresAt,
            Instant priorityAt,
            boolean agreed) {
        this(earliestAt, eligibleAt, offerUntil, dueAt, expiresAt, priorityAt, agreed, false);
    }

    /** The end of an opening that has to be looked up again. */
    public static final Instant HOURS_CHANGED = Instant.EPOCH;

    /**
     * The same times, to be offered from a moment on, or from the next opening after it. Without any opening before the
     * expiry that is when it becomes eligible, so never. What was insisted on is offered from that moment on in any case.
     */
    public Deadlines offeredFrom(Instant earliest, OpeningCalendar hours) {
        return outsideHours
                ? offered(earliest, earliest, null)
                : hours.openingBefore(earliest, expiresAt)
                        .map(opening -> offered(earliest, opening.from(), opening.until()))
                        .orElseGet(() -> offered(earliest, expiresAt, null));
    }

    /** The same times, to be offered at the moment that was agreed on, or as soon as the hours allow. */
    Deadlines appointed(Appointment appointment, OpeningCalendar hours) {
        return agreed(true, appointment.outsideHours()).offeredFrom(appointment.at(), hours);
    }

    /**
     * After the caller has asked once more: at least as good as what the further request deserves by itself. It expires at
     * the later, and is due and offered at the earlier of the two. A time that an agent has agreed on stays, unless asking
     * again moves it.
     *
     * @param further what the further request would have by itself
     * @param moves whether the list lets it move what an agent has agreed on
     * @param hours in which its caller may be called
     */
    Deadlines improvedBy(Deadlines further, boolean moves, OpeningCalendar hours, Instant now) {
        var longer = expiring(later(expiresAt, further.expiresAt));
        if (agreed && !moves && eligibleAt.isAfter(now)) {
            return isEverOffered() ? longer : longer.offeredFrom(earliestAt, hours);
        }
        var sooner = longer.due(earlier(dueAt, further.dueAt), earlier(priorityAt, further.priorityAt));
        if (isOfferable(now)) {
            return sooner;
        }
        var offered = sooner.agreed(agreed, false).offeredFrom(earlier(earliestFrom(now), further.earliestAt), hours);
        if (offered.eligibleAt.isBefore(eligibleAt)) {
            return offered.agreed(false, false);
        }
        return outsideHours ? sooner : offered;
    }

    /** Like {@link #improvedBy} while an agent has it in hand: when it is offered next is decided after that. */
    Deadlines improvedInHandBy(Deadlines further) {
        return expiring(later(expiresAt, further.expiresAt))
                .due(earlier(dueAt, further.dueAt), earlier(priorityAt, further.priorityAt));
    }

    /**
     * After its list has closed, or has other hours now: from the next opening on. One whose time had come before keeps
     * that time if its list is open.
     */
    Deadlines lookedUpAgain(OpeningCalendar hours, Instant now) {
        var next = offeredFrom(earliestFrom(now), hours);
        var stays = !next.eligibleAt.isAfter(now) && !eligibleAt.isAfter(now);
        return offered(earliestAt, stays ? eligibleAt : next.eligibleAt, next.offerUntil);
    }

    /**
     * The same times on another list: from the same moment on as it was meant to be offered, in the hours of that list.
     * Without any opening before the expiry that is when it becomes eligible, so never.
     *
     * @param priority its place in the order of that list
     */
    public Deadlines onList(Instant priority, OpeningCalendar hours, Instant now) {
        return due(dueAt, priority).lookedUpAgain(hours, now);
    }

    /** The same times, with nobody having been offered it before. */
    Deadlines eligibleSince(Instant at) {
        return offered(earliestAt, later(eligibleAt, at), offerUntil);
    }

    /** The same times without an end of the opening. */
    Deadlines withoutClosing() {
        return offered(earliestAt, eligibleAt, null);
    }

    /** The time that was agreed on with the caller; null when none was. */
    public @Nullable Instant appointmentAt() {
        return agreed ? earliestAt : null;
    }

    /** Whether it is too late for it: the one place that says so of a row that was read. */
    public boolean isExpired(Instant now) {
        return !expiresAt.isAfter(now);
    }

    /** Whether it should have been called by now. */
    public boolean isDue(Instant now) {
        return !dueAt.isAfter(now);
    }

    /** Whether its time has come, and its list has not closed since. */
    public boolean isOfferable(Instant now) {
        return !eligibleAt.isAfter(now) && (offerUntil == null || offerUntil.isAfter(now));
    }

    Instant earliestFrom(Instant now) {
        return later(earliestAt, now);
    }

    private boolean isEverOffered() {
        return eligibleAt.isBefore(expiresAt);
    }

    private Deadlines expiring(Instant at) {
        return new Deadlines(earliestAt, eligibleAt, offerUntil, dueAt, at, priorityAt, agreed, outsideHours);
    }

    Deadlines due(Instant at, Instant priority) {
        return new Deadlines(earliestAt, eligibleAt, offerUntil, at, expiresAt, priority, agreed, outsideHours);
    }

    private Deadlines offered(Instant earliest, Instant from, @Nullable Instant until) {
        return new Deadlines(earliest, from, until, dueAt, expiresAt, priorityAt, agreed, outsideHours);
    }

    Deadlines agreed(boolean nowAgreed, boolean nowOutsideHours) {
        return new Deadlines(
                earliestAt, eligibleAt, offerUntil, dueAt, expiresAt, priorityAt, nowAgreed, nowOutsideHours);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
