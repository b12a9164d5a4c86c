package io.ringback.office.board;

import io.ringback.office.ClockHours;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The times that a chart has a bar for, by the clocks of a zone: {@link ClockHours}, none of which is left out where the
 * clocks are changed, and days from midnight to midnight, of 23 or 25 hours where they are.
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
        var bounds = new ArrayList<Instant>();
        bounds.add(ClockHours.next(now, zone));
        var begin = ClockHours.begin(now, zone);
        for (int hour = 0; hour < HOURS; hour++) {
            bounds.add(begin);
            begin = ClockHours.begin(begin.minusNanos(1), zone);
        }
        Collections.reverse(bounds);
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
