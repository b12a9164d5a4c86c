package io.ringback.hours;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the whole-day events of an iCalendar file (RFC 5545) as closed days; those that repeat, for two years. Wrong days
 * would be worse than none: what cannot be read for certain is passed over, and told with its reason.
 */
public final class ClosedDaysFile {

    /** How far ahead days are taken in. */
    public static final int DAYS_AHEAD = 731;

    private ClosedDaysFile() {}

    /**
     * @param declared the character coding that the sender names; null when none is named
     * @param today from which day on they are taken in
     * @param zone of the list, whose days they are
     * @throws InvalidField for what is no whole iCalendar file, or one that stands for too many days
     */
    public static ImportedDays read(byte[] file, @Nullable Charset declared, LocalDate today, ZoneId zone) {
        return read(file, declared, today, zone, new ReadingWork());
    }

    static ImportedDays read(String text, LocalDate today) {
        return read(text.getBytes(StandardCharsets.UTF_8), null, today, ZoneOffset.UTC);
    }

    static ImportedDays read(byte[] file, @Nullable Charset declared, LocalDate today, ZoneId zone, ReadingWork work) {
        var taken = new DaysTaken(today, today.plusDays(DAYS_AHEAD), work);
        series(CalendarComponent.calendars(CalendarText.lines(file, declared)), today, zone, work)
                .forEach(series -> EventSeries.take(series, taken));
        return taken.result();
    }

    /** In the order of the file; what has no uid stands alone. */
    private static List<List<CalendarEvent>> series(
            List<CalendarComponent> calendars, LocalDate today, ZoneId zone, ReadingWork work) {
        var series = new LinkedHashMap<Object, List<CalendarEvent>>();
        for (var calendar : calendars) {
            for (var event : new EventReader(calendar, new CalendarZones(calendar, zone, work), today, work).events()) {
                var key = event.uid().isEmpty() ? new Object() : event.uid();
                series.computeIfAbsent(key, first -> new ArrayList<>()).add(event);
            }
        }
        return List.copyOf(series.values());
    }
}
