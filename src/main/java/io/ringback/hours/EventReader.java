package io.ringback.hours;

import io.ringback.hours.ImportedDays.Reason;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the events of one calendar as events of whole days. What it does not understand it says; it guesses at nothing. */
final class EventReader {

    /** The properties that say which days an event closes. */
    static final Set<String> READ =
            Set.of("DTSTART", "DTEND", "DURATION", "RRULE", "RDATE", "EXDATE", "EXRULE", "RECURRENCE-ID", "STATUS");

    private static final Set<String> AT_MOST_ONCE = Set.of("DTSTART", "DTEND", "DURATION", "RECURRENCE-ID");

    /** How programs say that an event written with times lasts whole days. */
    private static final List<String> WHOLE_DAYS =
            List.of("X-MICROSOFT-CDO-ALLDAYEVENT", "X-MICROSOFT-MSNCALENDAR-ALLDAYEVENT", "X-FUNAMBOL-ALLDAY");

    private static final Pattern DIGITS = Pattern.compile("\\d{1,9}");

    private final CalendarComponent calendar;
    private final CalendarZones zones;
    private final LocalDate today;
    private final ReadingWork work;

    EventReader(CalendarComponent calendar, CalendarZones zones, LocalDate today, ReadingWork work) {
        this.calendar = calendar;
        this.zones = zones;
        this.today = today;
        this.work = work;
    }

    List<CalendarEvent> events() {
        return calendar.parts("VEVENT").stream().map(this::event).toList();
    }

    private CalendarEvent event(CalendarComponent event) {
        work.nextEvent();
        var name = EventNames.of(event.first("SUMMARY").map(ContentLine::text).orElse(""));
        var uid = event.first("UID").map(ContentLine::value).orElse("").strip();
        var sequence = event.first("SEQUENCE").map(line -> line.value().strip()).orElse("");
        var version = DIGITS.matcher(sequence).matches() ? Integer.parseInt(sequence) : 0;
        LocalDate instance = null;
        var future = false;
        try {
            var changed = event.first("RECURRENCE-ID");
            if (changed.isPresent()) {
                instance = instance(event, CalendarTime.of(changed.get()));
                future = isForFuture(changed.get());
            }
            return new CalendarEvent(name, uid, version, instance, future, days(event), null);
        } catch (SkippedEvent skipped) {
            return new CalendarEvent(name, uid, version, instance, future, null, skipped.reason());
        }
    }

    private LocalDate instance(CalendarComponent event, CalendarTime changed) {
        var zone = changed.zone() != null
                ? changed.zone()
                : event.first("DTSTART").map(line -> line.parameter("TZID")).orElse(null);
        return changed.utc() ? date(changed, zones.clock(zone), isDate(event)) : changed.date();
    }

    private static boolean isDate(CalendarComponent event) {
        return event.first("DTSTART")
                .map(CalendarTime::of)
                .filter(begin -> !begin.hasTime())
                .isPresent();
    }

    private static boolean isForFuture(ContentLine changed) {
        var range = changed.parameter("RANGE");
        if (range != null && !range.equalsIgnoreCase("THISANDFUTURE")) {
            throw new SkippedEvent(Reason.UNKNOWN_RULE);
        }
        return range != null;
    }

    /** The beginning of one that takes place, and of which it is certain when. */
    private CalendarTime begin(CalendarComponent event) {
        if (event.says("STATUS", "CANCELLED")
                || event.says("STATUS", "CANCELED")
                || calendar.says("METHOD", "CANCEL")) {
            throw new SkippedEvent(Reason.CANCELLED);
        }
        var begin = event.first("DTSTART").map(CalendarTime::of);
        if (begin.isEmpty()
                || event.isBroken()
                || AT_MOST_ONCE.stream()
                        .anyMatch(property -> event.all(property).size() > 1)) {
            throw new SkippedEvent(Reason.UNREADABLE);
        }
        return begin.get();
    }

    private EventDays days(CalendarComponent event) {
        var begin = begin(event);
        var flagged = WHOLE_DAYS.stream().anyMatch(flag -> event.says(flag, "TRUE") || event.says(flag, "1"));
        var clock = new EventClock(begin, flagged);
        var first = clock.local(begin).toLocalDate();
        var length = length(event, begin, clock);
        if (length == 0 && begin.hasTime() && !flagged) {
            throw new SkippedEvent(Reason.NOT_WHOLE_DAYS);
        }
        clock.check(event.all("RRULE").isEmpty() ? first : later(first, today));
        var rules = rules(event, "RRULE");
        if (!rules.isEmpty()
                && event.first("RECURRENCE-ID")
                        .filter(line -> !isForFuture(line))
                        .isPresent()) {
            throw new SkippedEvent(Reason.UNKNOWN_RULE);
        }
        return new EventDays(
                first,
                Math.max(1, length),
                rules,
                rules(event, "EXRULE"),
                CalendarTime.all(event.all("RDATE")).stream()
                        .map(span -> new EventDays.Further(clock.day(span.begin()), span.days()))
                        .toList(),
                CalendarTime.all(event.all("EXDATE")).stream()
                        .map(span -> clock.day(span.begin()))
                        .collect(Collectors.toSet()),
                clock::lastDay);
    }

    /** 0 without an end, or for one that is the beginning. */
    private static int length(CalendarComponent event, CalendarTime begin, EventClock clock) {
        var end = event.first("DTEND");
        if (end.isPresent()) {
            return EventLength.between(clock.local(begin), clock.local(CalendarTime.of(end.get())));
        }
        return event.first("DURATION")
                .map(duration -> EventLength.days(duration.value()))
                .orElse(0);
    }

    private static List<RepeatRule> rules(CalendarComponent event, String property) {
        return event.all(property).stream()
                .map(line -> RepeatRule.of(line.value()))
                .toList();
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    /** The day of a time in UTC; of one that is midnight in UTC for an event of mere dates that very date. */
    private static LocalDate date(CalendarTime time, WallClock clock, boolean amongDates) {
        var local = time.at(clock);
        return amongDates && time.isMidnight() && !local.toLocalTime().equals(LocalTime.MIN)
                ? time.date()
                : local.toLocalDate();
    }

    /** The clock that an event is meant by. */
    private final class EventClock {

        private final CalendarTime begin;
        private final boolean flagged;

        EventClock(CalendarTime begin, boolean flagged) {
            this.begin = begin;
            this.flagged = flagged;
        }

        private WallClock clock() {
            if (!begin.utc()) {
                return zones.clock(begin.zone());
            }
            if (!flagged) {
                return zones.ofList();
            }
            var ofFile = zones.clock(null);
            return begin.isMidnight() && !begin.at(ofFile).toLocalTime().equals(LocalTime.MIN)
                    ? WallClock.of(ZoneOffset.UTC)
                    : ofFile;
        }

        LocalDateTime local(CalendarTime time) {
            return time.utc() ? time.at(clock()) : time.local();
        }

        LocalDate day(CalendarTime time) {
            return time.utc() ? date(time, clock(), !begin.hasTime()) : time.date();
        }

        @Nullable
        LocalDate lastDay(RepeatRule rule) {
            return rule.lastDay(this::day);
        }

        /**
         * Whether it begins at midnight; if the file does not say that it lasts whole days, at midnight of the list.
         *
         * @param day on which that is asked, since zones have changed their clocks in the course of time
         */
        void check(LocalDate day) {
            if (!begin.hasTime()) {
                return;
            }
            var midnight = local(begin).toLocalTime().equals(LocalTime.MIN);
            var elsewhere = !flagged
                    && begin.zone() != null
                    && !zones.clock(begin.zone()).at(zones.midnightOfList(day)).equals(day.atStartOfDay());
            if (!midnight || elsewhere) {
                throw new SkippedEvent(Reason.NOT_WHOLE_DAYS);
            }
        }
    }
}
