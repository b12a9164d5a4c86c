package io.ringback.hours;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.DayOfWeek;
import java.time.LocalTime;

/**
 * Hours of one day of the week, in the local time of the list. An end that is not after the beginning is on the next
 * day: 22:00 to 06:00 crosses midnight, 00:00 to 00:00 is the whole day.
 */
public record OpenTime(
        DayOfWeek day,
        @JsonFormat(pattern = "HH:mm") LocalTime from,
        @JsonFormat(pattern = "HH:mm") LocalTime to) {

    private static final int DAY = 24 * 60;

    boolean crossesMidnight() {
        return !to.isAfter(from);
    }

    /** Minutes from Monday 00:00; those of a Sunday night go beyond the week. */
    public int begin() {
        return (day.getValue() - 1) * DAY + minutes(from);
    }

    /** See {@link #begin}. */
    public int end() {
        return (day.getValue() - 1) * DAY + minutes(to) + (crossesMidnight() ? DAY : 0);
    }

    public boolean overlaps(OpenTime other) {
        var week = 7 * DAY;
        return overlaps(other, 0) || overlaps(other, week) || overlaps(other, -week);
    }

    private boolean overlaps(OpenTime other, int shift) {
        return begin() < other.end() + shift && other.begin() + shift < end();
    }

    private static int minutes(LocalTime time) {
        return time.getHour() * 60 + time.getMinute();
    }

    @Override
    public String toString() {
        return "%s %s–%s".formatted(day, from, to);
    }
}
