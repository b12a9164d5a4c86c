package io.ringback.callback;

import io.ringback.hours.OpeningCalendar;
import java.time.Duration;
import java.time.Instant;

/**
 * A time at which somebody wants a callback to be offered: ahead, though not too far, before it expires, and while its list
 * calls. The one place that says which times can be.
 *
 * @param expiresAt of the callback
 * @param hours in which its caller may be called
 * @param shortest the least time until then; an earlier one becomes that
 */
public record RetryTime(Instant at, Instant expiresAt, OpeningCalendar hours, Duration shortest) {

    public TimeVerdict verdict(TimeLimit limit, Instant now) {
        if (at.isAfter(limit.latest(now))) {
            return TimeVerdict.TOO_FAR_AHEAD;
        }
        if (!at.isAfter(now)) {
            return TimeVerdict.IN_THE_PAST;
        }
        if (!at.isBefore(expiresAt)) {
            return TimeVerdict.PAST_EXPIRY;
        }
        return hours.isOpen(kept(now)) ? TimeVerdict.POSSIBLE : TimeVerdict.OUTSIDE_HOURS;
    }

    /** Whether the callback can be offered from then on: at once, or when the hours begin again before it expires. */
    public boolean isEverPossible(TimeLimit limit, Instant now) {
        return switch (verdict(limit, now)) {
            case POSSIBLE -> true;
            case OUTSIDE_HOURS -> opensAgain();
            case IN_THE_PAST, PAST_EXPIRY, TOO_FAR_AHEAD -> false;
        };
    }

    /** Whether the hours begin again before the callback expires. */
    boolean opensAgain() {
        return hours.openingBefore(at, expiresAt).isPresent();
    }

    /** The same, or the earliest there can be after the attempt before, unless it has expired by then. */
    private Instant kept(Instant now) {
        var earliest = RoundedUp.after(now, shortest);
        return at.isBefore(earliest) && earliest.isBefore(expiresAt) ? earliest : at;
    }
}
