package io.ringback.supervision;

import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * The times that a chart has a bar for, by the clocks of a zone: hours of one hour each, also where the clocks are put
 * back, and days from midnight to midnight, of 23 or 25 hours where the clocks change.
 *
 * @param bounds the beginnings of the times, and the end of the last one, which has the present in it
 */
record ChartTimes(Unit unit, ZoneId zone, List<Instant> bounds) {

    /** What a bar stands for. */
    enum Unit {
        HOUR,
        DAY
    }

    static final int HOURS = 24;
    static final int DAYS = 14;

    /** The last 24 hours, the running one included. */
    static ChartTimes hours(Instant now, ZoneId zone) {
        var running = now.atZone(zone).truncatedTo(ChronoUnit.HOURS).toInstant();
        var bounds = new ArrayList<Instant>();
        for (int hour = 1 - HOURS; hour <= 1; hour++) {
            bounds.add(running.plus(hour, ChronoUnit.HOURS));
        }
        return new ChartTimes(Unit.HOUR, zone, List.copyOf(bounds));
    }

    /** The last 14 days, today included. */
    static ChartTimes days(Instant now, ZoneId zone) {
        var today = now.atZone(zone).toLocalDate();
        var bounds = new ArrayList<Instant>();
        for (int day = 1 - DAYS; day <= 1; day++) {
            bounds.add(today.plusDays(day).atStartOfDay(zone).toInstant());
        }
        return new ChartTimes(Unit.DAY, zone, List.copyOf(bounds));
    }

    int count() {
        return bounds.size() - 1;
    }
}
