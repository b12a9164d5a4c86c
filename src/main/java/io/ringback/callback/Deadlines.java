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
 * @param agreed whether an agent has agreed on the time it is offered from
 */
public record Deadlines(
        Instant earliestAt,
        Instant eligibleAt,
        @Nullable Instant offerUntil,
        Instant dueAt,
        Instant expiresAt,
        Instant priorityAt,
        boolean agreed) {

    /** The end of an opening that has to be looked up again. */
    public static final Instant HOURS_CHANGED = Instant.EPOCH;

    /**
     * The same times, to be offered from a moment on, or from the next opening after it. Without any opening before the
     * expiry that is when it becomes eligible, so never.
     */
    public Deadlines offeredFrom(Instant earliest, OpeningCalendar hours) {
        return hours.openingBefore(earliest, expiresAt)
                .map(opening ->
                        new Deadlines(earliest, opening.from(), opening.until(), dueAt, expiresAt, priorityAt, agreed))
                .orElseGet(() -> new Deadlines(earliest, expiresAt, null, dueAt, expiresAt, priorityAt, agreed));
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
        var offered = sooner.offeredFrom(earlier(earliestFrom(now), further.earliestAt), hours);
        return offered.agreed(agreed && !offered.eligibleAt.isBefore(eligibleAt));
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
        return new Deadlines(
                earliestAt,
                stays ? eligibleAt : next.eligibleAt,
                next.offerUntil,
                dueAt,
                expiresAt,
                priorityAt,
                agreed);
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

    /** The same times without an end of the opening. */
    Deadlines withoutClosing() {
        return new Deadlines(earliestAt, eligibleAt, null, dueAt, expiresAt, priorityAt, agreed);
    }

    Deadlines agreed(boolean withAgent) {
        return new Deadlines(earliestAt, eligibleAt, offerUntil, dueAt, expiresAt, priorityAt, withAgent);
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
        return new Deadlines(earliestAt, eligibleAt, offerUntil, dueAt, at, priorityAt, agreed);
    }

    Deadlines due(Instant at, Instant priority) {
        return new Deadlines(earliestAt, eligibleAt, offerUntil, at, expiresAt, priority, agreed);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
