package io.ringback.callback;

import io.ringback.hours.OpeningCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The times next to one that cannot be, in whole minutes, as people agree on them.
 *
 * @param from the earliest that could be
 * @param end before which they lie: the expiry, or further ahead than anybody may name a time
 * @param hours in which the caller may be called
 */
record NearestTimes(Instant from, Instant end, OpeningCalendar hours) {

    /** What is left before closing for the call to be made: nobody is promised the last minute. */
    private static final Duration ROOM = Duration.ofMinutes(15);

    /** How far back an opening is looked for first; nearly all lists have one within that. */
    private static final Duration NEAR = Duration.ofDays(15);

    static NearestTimes of(RetryTime time, TimeLimit limit, Instant now) {
        var earliest = RoundedUp.after(now, time.shortest());
        var latest = limit.latest(now).plusNanos(1_000);
        return new NearestTimes(
                minuteFrom(earliest.isAfter(now) ? earliest : now.plusNanos(1_000)),
                latest.isBefore(time.expiresAt()) ? latest : time.expiresAt(),
                time.hours());
    }

    /** The last before it and the first after it, as far as there are any. */
    List<Instant> around(Instant at) {
        return Stream.of(before(at), after(at)).flatMap(Optional::stream).toList();
    }

    private Optional<Instant> before(Instant at) {
        var until = at.isBefore(end) ? at : end;
        var near = until.minus(NEAR);
        return lastOpen(near.isAfter(from) ? near : from, until)
                .or(() -> lastOpen(from, until))
                .flatMap(closing -> Stream.of(
                                closing.minus(ROOM), closing.minus(Duration.ofMinutes(1)), closing.minusNanos(1_000))
                        .map(time -> time.truncatedTo(ChronoUnit.MINUTES))
                        .filter(time -> !time.isBefore(from) && hours.isOpen(time))
                        .findFirst());
    }

    private Optional<Instant> lastOpen(Instant since, Instant until) {
        return hours.lastOpenBetween(since, until);
    }

    private Optional<Instant> after(Instant at) {
        var earliest = minuteFrom(at.isBefore(from) ? from : at);
        return earliest.isBefore(end)
                ? hours.openingBefore(earliest, end)
                        .map(opening -> minuteFrom(opening.from()))
                        .filter(time -> time.isBefore(end) && hours.isOpen(time))
                : Optional.empty();
    }

    /** The same, or the next minute to begin. */
    private static Instant minuteFrom(Instant at) {
        var minute = at.truncatedTo(ChronoUnit.MINUTES);
        return minute.equals(at) ? at : minute.plus(Duration.ofMinutes(1));
    }
}
