package io.ringback.hours;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.property.DateEnd;
import biweekly.property.DateStart;
import biweekly.property.Status;
import biweekly.util.Frequency;
import biweekly.util.ICalDate;
import io.ringback.hours.ImportedDays.Reason;
import io.ringback.hours.ImportedDays.Skipped;
import io.ringback.platform.InvalidField;
import io.ringback.platform.Texts;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the whole-day events of an iCalendar file (RFC 5545) as closed days; those that repeat, for two years. */
public final class ClosedDaysFile {

    /** How far ahead days are taken in. */
    public static final int DAYS_AHEAD = 731;

    private static final Pattern WHOLE = Pattern.compile("(?is)\\s*BEGIN:VCALENDAR\\b.*\\bEND:VCALENDAR\\s*");
    private static final int MOST_EVENTS = 2_000;
    private static final int MOST_REPEATS = 1_000;
    private static final int LONGEST_NAME = 100;
    private static final Set<Frequency> BY_THE_DAY =
            Set.of(Frequency.DAILY, Frequency.WEEKLY, Frequency.MONTHLY, Frequency.YEARLY);

    private final LocalDate today;
    private final LocalDate end;
    private final TreeMap<LocalDate, ClosedDay> days = new TreeMap<>();
    private final List<Skipped> skipped = new ArrayList<>();

    private ClosedDaysFile(LocalDate today) {
        this.today = today;
        this.end = today.plusDays(DAYS_AHEAD);
    }

    /** @throws InvalidField for what is no iCalendar file, or one with too many events */
    public static ImportedDays read(String text, LocalDate today) {
        var file = new ClosedDaysFile(today);
        var events = calendar(text).getEvents();
        if (events.size() > MOST_EVENTS) {
            throw new InvalidField("file", "has more than %s events".formatted(MOST_EVENTS));
        }
        events.forEach(file::take);
        return new ImportedDays(List.copyOf(file.days.values()), List.copyOf(file.skipped));
    }

    private static ICalendar calendar(String text) {
        @Nullable ICalendar calendar = Biweekly.parse(text).first();
        if (calendar == null || !WHOLE.matcher(text).matches()) {
            throw new InvalidField(
                    "file",
                    "is no whole iCalendar file: it must begin with BEGIN:VCALENDAR and end with END:VCALENDAR");
        }
        return calendar;
    }

    private void take(VEvent event) {
        var reason = reasonAgainst(event);
        if (reason == null) {
            reason = add(event) ? null : Reason.OUT_OF_TIME;
        }
        if (reason != null) {
            skipped.add(new Skipped(name(event), reason));
        }
    }

    private static @Nullable Reason reasonAgainst(VEvent event) {
        @Nullable DateStart start = event.getDateStart();
        if (start == null || start.getValue() == null || !repeatsByTheDay(event) || !isOnCalendar(event)) {
            return Reason.UNREADABLE;
        }
        if (event.getStatus() != null
                && Status.cancelled().getValue().equals(event.getStatus().getValue())) {
            return Reason.CANCELLED;
        }
        if (start.getValue().hasTime()) {
            return Reason.NOT_WHOLE_DAYS;
        }
        var length = length(event);
        return length < 1 || length > OpeningCalendar.HORIZON.toDays() ? Reason.UNREADABLE : null;
    }

    /** Whether any day of it counts. */
    private boolean add(VEvent event) {
        var length = length(event);
        var found = false;
        var repeats = event.getDateIterator(TimeZone.getDefault());
        repeats.advanceTo(java.util.Date.from(
                today.minusDays(length).atStartOfDay(ZoneId.systemDefault()).toInstant()));
        for (int count = 0; count < MOST_REPEATS && repeats.hasNext(); count++) {
            var first = LocalDate.ofInstant(repeats.next().toInstant(), ZoneId.systemDefault());
            if (!first.isBefore(end)) {
                break;
            }
            for (var day = first; day.isBefore(first.plusDays(length)); day = day.plusDays(1)) {
                if (!day.isBefore(today) && day.isBefore(end)) {
                    days.putIfAbsent(day, new ClosedDay(day, name(event)));
                    found = true;
                }
            }
        }
        return found;
    }

    /** In days; the end is the day after the last one, and without an end it is one day. */
    private static long length(VEvent event) {
        @Nullable DateEnd last = event.getDateEnd();
        if (last != null && last.getValue() != null) {
            return ChronoUnit.DAYS.between(day(event.getDateStart().getValue()), day(last.getValue()));
        }
        var duration = event.getDuration();
        return duration == null || duration.getValue() == null
                ? 1
                : Math.max(
                        1,
                        duration.getValue().toMillis()
                                / ChronoUnit.DAYS.getDuration().toMillis());
    }

    private static LocalDate day(ICalDate date) {
        var raw = date.getRawComponents();
        return raw == null
                ? LocalDate.ofInstant(date.toInstant(), ZoneId.systemDefault())
                : LocalDate.of(raw.getYear(), raw.getMonth(), raw.getDate());
    }

    /** The reader takes 30 February for 2 March. */
    private static boolean isOnCalendar(VEvent event) {
        try {
            day(event.getDateStart().getValue());
            @Nullable DateEnd last = event.getDateEnd();
            if (last != null && last.getValue() != null) {
                day(last.getValue());
            }
            return true;
        } catch (DateTimeException impossible) {
            return false;
        }
    }

    private static boolean repeatsByTheDay(VEvent event) {
        var rule = event.getRecurrenceRule();
        return rule == null
                || rule.getValue() == null
                || BY_THE_DAY.contains(rule.getValue().getFrequency());
    }

    private static String name(VEvent event) {
        var summary = event.getSummary() == null ? null : event.getSummary().getValue();
        var name = summary == null
                ? ""
                : summary.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        if (name.length() > LONGEST_NAME) {
            name = name.substring(0, LONGEST_NAME - 1) + "…";
        }
        return name.isEmpty() || !Texts.isPlain(name, false) ? "–" : name;
    }
}
