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
 */
public record Deadlines(
        Instant earliestAt,
        Instant eligibleAt,
        @Nullable Instant offerUntil,
        Instant dueAt,
        Instant expiresAt,
        Instant priorityAt) {

    /** The end of an opening that has to be looked up again. */
    public static final Instant HOURS_CHANGED = Instant.EPOCH;

    /**
     * The same times, to be offered from a moment on, or from the next opening after it. Without any opening before the
     * expiry that is when it becomes eligible, so never.
     */
    public Deadlines offeredFrom(Instant earliest, OpeningCalendar hours) {
        return hours.openingFrom(earliest)
                .filter(opening -> opening.from().isBefore(expiresAt))
                .map(opening -> new Deadlines(earliest, opening.from(), opening.until(), dueAt, expiresAt, priorityAt))
                .orElseGet(() -> new Deadlines(earliest, expiresAt, null, dueAt, expiresAt, priorityAt));
    }

    /** Whether its time has come, and its list has not closed since. */
    boolean isOfferable(Instant now) {
        return !eligibleAt.isAfter(now) && (offerUntil == null || offerUntil.isAfter(now));
    }

    Instant earliestFrom(Instant now) {
        return earliestAt.isAfter(now) ? earliestAt : now;
    }
}
