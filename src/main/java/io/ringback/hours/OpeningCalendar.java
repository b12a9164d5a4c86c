package io.ringback.hours;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** When calls may be made: openings that follow each other. All searches end, however the hours are set. */
public interface OpeningCalendar {

    /** Whatever is closed for longer than this is taken for closed for ever, and open for open for ever. */
    Duration HORIZON = Duration.ofDays(366);

    /** Nothing that is paused goes on for longer than this. */
    Duration LONGEST_PAUSED = Duration.ofDays(3653);

    /** Never closed. */
    OpeningCalendar ALWAYS = from -> Optional.of(new Opening(from, null));

    /**
     * The opening this moment lies in, from this moment on, or else the next one; empty when none comes within the
     * {@link #HORIZON}.
     */
    Optional<Opening> openingFrom(Instant at);

    default boolean isOpen(Instant at) {
        return openingFrom(at).filter(opening -> opening.from().equals(at)).isPresent();
    }

    /** This moment itself when it is open. */
    default Optional<Instant> nextOpening(Instant at) {
        return openingFrom(at).map(Opening::from);
    }

    /** Like {@link #openingFrom}, but only an opening that begins before {@code end}. */
    default Optional<Opening> openingBefore(Instant at, Instant end) {
        return openingFrom(at).filter(opening -> opening.from().isBefore(end));
    }

    /** When it closes next; empty when it is closed already, or does not close. */
    default Optional<Instant> openUntil(Instant at) {
        return openingFrom(at).filter(opening -> opening.from().equals(at)).map(Opening::until);
    }

    /** The moment by which it has been open for this long since {@code from}, but {@link #LONGEST_PAUSED} later at most. */
    default Instant plusOpen(Instant from, Duration open) {
        var latest = from.plus(LONGEST_PAUSED);
        var left = open;
        var at = from;
        while (at.isBefore(latest)) {
            var opening = openingFrom(at);
            if (opening.isEmpty()) {
                return latest;
            }
            var until = opening.get().until();
            var enough = opening.get().from().plus(left);
            if (until == null || !enough.isAfter(until)) {
                return enough.isBefore(latest) ? enough : latest;
            }
            left = left.minus(Duration.between(opening.get().from(), until));
            at = until;
        }
        return latest;
    }

    /** The end of the last opening that has begun before {@code before}, but not after that; empty without any. */
    default Optional<Instant> lastOpenBetween(Instant from, Instant before) {
        Instant last = null;
        var at = from;
        while (at.isBefore(before)) {
            var opening = openingBefore(at, before);
            if (opening.isEmpty()) {
                break;
            }
            var until = opening.get().until();
            last = until == null || until.isAfter(before) ? before : until;
            at = last;
        }
        return Optional.ofNullable(last);
    }
}
