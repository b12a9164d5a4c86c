package io.ringback.hours;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The same hours every week in one zone, except on closed days, which are closed from midnight to midnight whatever
 * hours reach into them.
 *
 * <p>Where the clocks change, a time that comes twice means the first time, and one that does not come means the moment
 * of the change. So the order of times stays, and an opening may be an hour longer or shorter than the clock says.
 */
final class WeeklyCalendar implements OpeningCalendar {

    private final ZoneId zone;
    private final Predicate<LocalDate> closed;
    private final Map<DayOfWeek, List<OpenTime>> week = new EnumMap<>(DayOfWeek.class);

    WeeklyCalendar(Collection<OpenTime> times, ZoneId zone, Predicate<LocalDate> closed) {
        this.zone = zone;
        this.closed = closed;
        for (var day : DayOfWeek.values()) {
            week.put(
                    day,
                    times.stream()
                            .filter(time -> time.day() == day)
                            .sorted(Comparator.comparing(OpenTime::from))
                            .toList());
        }
    }

    @Override
    public Optional<Opening> openingFrom(Instant at) {
        var first = at.atZone(zone).toLocalDate().minusDays(1);
        var last = first.plusDays(HORIZON.toDays() + 1);
        var furthest = at.plus(HORIZON);
        Opening found = null;
        for (var date = first; !date.isAfter(last); date = date.plusDays(1)) {
            for (var piece : on(date)) {
                var until = end(piece);
                if (!until.isAfter(at)) {
                    continue;
                }
                if (found != null && piece.from().isAfter(end(found))) {
                    return Optional.of(found);
                }
                found = found == null ? new Opening(later(piece.from(), at), until) : longer(found, until);
            }
            if (found != null && date.isAfter(end(found).atZone(zone).toLocalDate())) {
                return Optional.of(found);
            }
        }
        return Optional.ofNullable(found)
                .map(open -> end(open).isBefore(furthest) ? open : new Opening(open.from(), null));
    }

    /** The openings that begin with this day's hours, without what falls on closed days. */
    private List<Opening> on(LocalDate date) {
        var pieces = new ArrayList<Opening>();
        var next = date.plusDays(1);
        for (var time : week.getOrDefault(date.getDayOfWeek(), List.of())) {
            var from = instant(date.atTime(time.from()));
            var midnight = next.atStartOfDay(zone).toInstant();
            if (!time.crossesMidnight()) {
                add(pieces, from, instant(date.atTime(time.to())), date);
            } else {
                add(pieces, from, midnight, date);
                add(pieces, midnight, instant(next.atTime(time.to())), next);
            }
        }
        return pieces;
    }

    private void add(List<Opening> pieces, Instant from, Instant until, LocalDate date) {
        if (from.isBefore(until) && !closed.test(date)) {
            pieces.add(new Opening(from, until));
        }
    }

    private Instant instant(LocalDateTime local) {
        var change = zone.getRules().getTransition(local);
        return change != null && change.isGap()
                ? change.getInstant()
                : local.atZone(zone).toInstant();
    }

    private static Opening longer(Opening opening, Instant until) {
        return until.isAfter(end(opening)) ? new Opening(opening.from(), until) : opening;
    }

    private static Instant end(Opening piece) {
        @Nullable Instant until = piece.until();
        if (until == null) {
            throw new IllegalStateException("the pieces of a week have an end");
        }
        return until;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
