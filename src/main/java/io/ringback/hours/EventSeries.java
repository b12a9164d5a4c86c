package io.ringback.hours;

import io.ringback.hours.ImportedDays.Reason;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What belongs together: an event, or a series, and the changes to single days of it or to all from a day on
 * (RECURRENCE-ID in RFC 5545). A changed day is where the change says, and not where it was.
 */
final class EventSeries {

    private final List<CalendarEvent> themselves = new ArrayList<>();
    private final Map<LocalDate, CalendarEvent> single = new LinkedHashMap<>();
    private final TreeMap<LocalDate, CalendarEvent> fromThenOn = new TreeMap<>();
    private final DaysTaken taken;

    private EventSeries(DaysTaken taken) {
        this.taken = taken;
    }

    /** @param events with one uid, or one event without */
    static void take(List<CalendarEvent> events, DaysTaken taken) {
        var series = new EventSeries(taken);
        series.sort(events);
        series.themselves.forEach(series::takeItself);
        series.single.values().forEach(series::takeOwnDays);
        series.fromThenOn.values().forEach(series::takeFuture);
    }

    private void sort(List<CalendarEvent> events) {
        for (var event : events) {
            var day = event.instance();
            if (day == null) {
                addItself(event);
            } else {
                var before = (event.future() ? fromThenOn : single).merge(day, event, EventSeries::newer);
                if (before != event) {
                    taken.skip(event, Reason.REPLACED);
                }
            }
        }
    }

    // Some programs give all their events the same uid: those of one version stay side by side.
    private void addItself(CalendarEvent event) {
        if (themselves.stream().anyMatch(other -> other.version() > event.version())) {
            taken.skip(event, Reason.REPLACED);
            return;
        }
        themselves.removeIf(other -> {
            var replaced = other.version() < event.version();
            if (replaced) {
                taken.skip(other, Reason.REPLACED);
            }
            return replaced;
        });
        themselves.add(event);
    }

    private static CalendarEvent newer(CalendarEvent one, CalendarEvent other) {
        return other.version() >= one.version() ? other : one;
    }

    private void takeItself(CalendarEvent event) {
        var days = event.days();
        if (days == null) {
            taken.skip(event);
            return;
        }
        taken.attempt(event, () -> {
            var margin = days.longest() + furthestMove();
            var from = taken.today().minusDays(margin);
            var to = taken.end().plusDays(margin);
            var begins = days.beginnings(from, to, taken.work());
            var exceptions = days.exceptions(from, to, taken.work());
            var changed = 0;
            var found = false;
            for (var begin : begins.entrySet()) {
                var day = begin.getKey();
                if (exceptions.contains(day) || single.containsKey(day)) {
                    changed++;
                } else {
                    found |= takeDay(event, day, begin.getValue());
                }
            }
            return found ? null : changed > 0 && changed == begins.size() ? Reason.CANCELLED : Reason.OUT_OF_TIME;
        });
    }

    /** Whether it closes a day, or a change says something about it. */
    private boolean takeDay(CalendarEvent event, LocalDate day, int length) {
        var change = fromThenOn.floorEntry(day);
        if (change == null) {
            return taken.add(event, event.name(), day, length);
        }
        var now = change.getValue().days();
        if (now != null && now.rules().isEmpty()) {
            var moved = day.plusDays(ChronoUnit.DAYS.between(change.getKey(), now.first()));
            taken.add(change.getValue(), change.getValue().nameOr(event), moved, now.length());
        }
        return true;
    }

    private void takeOwnDays(CalendarEvent change) {
        var days = change.days();
        if (days == null) {
            taken.skip(change);
            return;
        }
        var name = themselves.isEmpty() ? change.name() : change.nameOr(themselves.get(0));
        taken.attempt(change, () -> {
            var from = taken.today().minusDays(days.longest());
            var without = days.exceptions(from, taken.end(), taken.work());
            var found = false;
            for (var begin : days.beginnings(from, taken.end(), taken.work()).entrySet()) {
                found |= !without.contains(begin.getKey()) && taken.add(change, name, begin.getKey(), begin.getValue());
            }
            return found ? null : Reason.OUT_OF_TIME;
        });
    }

    private void takeFuture(CalendarEvent change) {
        var days = change.days();
        if (days == null) {
            taken.skip(change);
        } else if (!days.rules().isEmpty() || themselves.stream().allMatch(each -> each.days() == null)) {
            takeOwnDays(change);
            if (days.rules().isEmpty()) {
                // How it goes on stands in the series, which is not in the file.
                taken.skip(change, Reason.UNKNOWN_RULE);
            }
        } else if (!taken.hasDaysOf(change)) {
            taken.skip(change, Reason.OUT_OF_TIME);
        }
    }

    private int furthestMove() {
        return fromThenOn.entrySet().stream()
                .mapToInt(change -> move(change.getKey(), change.getValue().days()))
                .max()
                .orElse(0);
    }

    private static int move(LocalDate from, @Nullable EventDays to) {
        return to == null ? 0 : (int) Math.min(3_660, Math.abs(ChronoUnit.DAYS.between(from, to.first())));
    }
}
