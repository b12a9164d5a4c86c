package io.ringback.hours;

import io.ringback.hours.ImportedDays.Reason;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A date, or a date with a time, as a calendar file writes it. It is what it looks like, whatever the file calls it: many
 * programs leave out that a date is a date.
 *
 * @param time null for a date alone
 * @param utc whether the time is meant in UTC
 * @param zone the name of the zone that the time is meant in; null when none is named
 */
record CalendarTime(
        LocalDate date,
        @Nullable LocalTime time,
        boolean utc,
        @Nullable String zone) {

    private static final Pattern FORM =
            Pattern.compile("(\\d{4})(\\d{2})(\\d{2})(?:T(\\d{2})(\\d{2})(\\d{2})(Z)?)?", Pattern.CASE_INSENSITIVE);

    /** A date or time with the days it lasts; 0 for as many as the event. */
    record Span(CalendarTime begin, int days) {}

    /** @throws SkippedEvent when it is none, also when there is no such day or time */
    static CalendarTime of(String text, @Nullable String zone) {
        var form = FORM.matcher(text.strip());
        if (!form.matches()) {
            throw new SkippedEvent(Reason.UNREADABLE);
        }
        try {
            var date = LocalDate.of(number(form.group(1)), number(form.group(2)), number(form.group(3)));
            var time = form.group(4) == null
                    ? null
                    // A leap second is the end of its minute.
                    : LocalTime.of(
                            number(form.group(4)), number(form.group(5)), Math.min(59, leap(number(form.group(6)))));
            var utc = form.group(7) != null;
            return new CalendarTime(date, time, utc, utc || time == null ? null : zone);
        } catch (DateTimeException impossible) {
            throw new SkippedEvent(Reason.UNREADABLE);
        }
    }

    static CalendarTime of(ContentLine line) {
        return of(line.value(), line.parameter("TZID"));
    }

    /** The values of lines such as EXDATE and RDATE, which may be periods; an empty one says nothing. */
    static List<Span> all(List<ContentLine> lines) {
        var found = new ArrayList<Span>();
        for (var line : lines) {
            for (var value : line.value().split(",")) {
                if (!value.isBlank()) {
                    found.add(span(value, line.parameter("TZID")));
                }
            }
        }
        return found;
    }

    private static Span span(String value, @Nullable String zone) {
        var slash = value.indexOf('/');
        if (slash < 0) {
            return new Span(of(value, zone), 0);
        }
        var begin = of(value.substring(0, slash), zone);
        var end = value.substring(slash + 1).strip().toUpperCase(Locale.ROOT);
        var days = end.startsWith("P") || end.startsWith("+P")
                ? EventLength.days(end)
                : EventLength.between(begin, of(end, zone));
        return new Span(begin, days);
    }

    boolean hasTime() {
        return time != null;
    }

    /** Of a date the beginning. */
    LocalDateTime local() {
        return date.atTime(time == null ? LocalTime.MIN : time);
    }

    /** The same moment by this clock; unchanged when it is no time in UTC. */
    LocalDateTime at(WallClock clock) {
        return utc ? clock.at(local().toInstant(ZoneOffset.UTC)) : local();
    }

    boolean isMidnight() {
        return LocalTime.MIN.equals(time);
    }

    private static int leap(int seconds) {
        if (seconds > 60) {
            throw new DateTimeException("there is no such second");
        }
        return seconds;
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }
}
