package io.ringback.hours;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Builds the calendars of tests. */
final class Weeks {

    static final ZoneId HELSINKI = ZoneId.of("Europe/Helsinki");
    static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    private Weeks() {}

    /** Monday to Friday 8 to 16. */
    static List<OpenTime> office() {
        return Stream.of(DayOfWeek.values())
                .limit(5)
                .map(day -> time(day, "08:00", "16:00"))
                .toList();
    }

    static List<OpenTime> everyDay(String from, String to) {
        return Stream.of(DayOfWeek.values()).map(day -> time(day, from, to)).toList();
    }

    static OpenTime time(DayOfWeek day, String from, String to) {
        return new OpenTime(day, LocalTime.parse(from), LocalTime.parse(to));
    }

    static OpeningCalendar in(ZoneId zone, List<OpenTime> week, String... closed) {
        var dates = Set.of(closed);
        return new WeeklyCalendar(week, zone, date -> dates.contains(date.toString()));
    }

    static HoursSettings settings(List<OpenTime> week) {
        return new HoursSettings(week, false, null, List.of(), ExpiryRule.COUNTS_ON, false);
    }

    static Instant helsinki(String local) {
        return LocalDateTime.parse(local).atZone(HELSINKI).toInstant();
    }

    static Instant newYork(String local) {
        return LocalDateTime.parse(local).atZone(NEW_YORK).toInstant();
    }

    /** Open at every whole minute of that local day, by the calendar. */
    static int openMinutes(OpeningCalendar calendar, LocalDate date, ZoneId zone) {
        var minutes = new ArrayList<Instant>();
        var end = date.plusDays(1).atStartOfDay(zone).toInstant();
        for (var at = date.atStartOfDay(zone).toInstant(); at.isBefore(end); at = at.plusSeconds(60)) {
            if (calendar.isOpen(at)) {
                minutes.add(at);
            }
        }
        return minutes.size();
    }
}
