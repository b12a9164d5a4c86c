package io.ringback.hours;

import io.ringback.hours.ImportedDays.Reason;
import io.ringback.hours.ImportedDays.Skipped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The days that have been taken from a calendar file so far, and the events that were passed over. */
final class DaysTaken {

    private final LocalDate today;
    private final LocalDate end;
    private final ReadingWork work;
    private final TreeMap<LocalDate, ClosedDay> days = new TreeMap<>();
    private final List<Skipped> skipped = new ArrayList<>();

    /** Up to which day an event has closed all it could: years that overlap are not gone through day by day. */
    private final Map<CalendarEvent, LocalDate> coveredTo = new IdentityHashMap<>();

    DaysTaken(LocalDate today, LocalDate end, ReadingWork work) {
        this.today = today;
        this.end = end;
        this.work = work;
    }

    LocalDate today() {
        return today;
    }

    /** The first day that is not taken in any more. */
    LocalDate end() {
        return end;
    }

    ReadingWork work() {
        return work;
    }

    /** @param take answers why the event closes no day; null when it does */
    void attempt(CalendarEvent event, Supplier<@Nullable Reason> take) {
        work.nextEvent();
        try {
            var reason = take.get();
            if (reason != null) {
                skip(event, reason);
            }
        } catch (SkippedEvent tooMuch) {
            skip(event, tooMuch.reason());
        }
    }

    void skip(CalendarEvent event) {
        skip(event, Objects.requireNonNullElse(event.reason(), Reason.UNREADABLE));
    }

    void skip(CalendarEvent event, Reason reason) {
        skipped.add(new Skipped(event.name(), reason));
    }

    /**
     * Closes these days, as far as they are taken in. The days of one event are to come in their order.
     *
     * @return whether any is
     */
    boolean add(CalendarEvent event, String name, LocalDate first, int length) {
        var last = first.plusDays(length);
        var until = last.isBefore(end) ? last : end;
        var from = first.isBefore(today) ? today : first;
        if (!from.isBefore(until)) {
            return false;
        }
        var covered = coveredTo.get(event);
        for (var day = covered != null && covered.isAfter(from) ? covered : from;
                day.isBefore(until);
                day = day.plusDays(1)) {
            work.step();
            days.putIfAbsent(day, new ClosedDay(day, name));
        }
        if (covered == null || until.isAfter(covered)) {
            coveredTo.put(event, until);
        }
        return true;
    }

    boolean hasDaysOf(CalendarEvent event) {
        return coveredTo.containsKey(event);
    }

    ImportedDays result() {
        return new ImportedDays(List.copyOf(days.values()), List.copyOf(skipped));
    }
}
