package io.ringback.office.lists;

import io.ringback.hours.OpenTime;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The hours of a week as bars, a day in a row; what crosses midnight goes on in the next row. */
record WeekPicture(List<Day> days) {

    private static final int DAY = 24 * 60;
    private static final int WEEK = 7 * DAY;

    /**
     * @param key {@code MONDAY}
     * @param times that begin on this day
     * @param bars that lie on it
     */
    record Day(String key, String name, List<OpenTime> times, List<Bar> bars) {

        /** In words, for those who do not see the bars; empty when closed. */
        public String words() {
            return String.join(
                    ", ",
                    bars.stream()
                            .map(bar -> "%s–%s".formatted(clock(bar.x()), clock(bar.x() + bar.width())))
                            .toList());
        }
    }

    /** In minutes from midnight. */
    record Bar(int x, int width) {}

    static WeekPicture of(List<OpenTime> week, Locale locale) {
        return new WeekPicture(Stream.of(DayOfWeek.values())
                .map(day -> new Day(
                        day.name(),
                        day.getDisplayName(TextStyle.FULL_STANDALONE, locale),
                        week.stream().filter(time -> time.day() == day).toList(),
                        bars(week, (day.getValue() - 1) * DAY)))
                .toList());
    }

    private static List<Bar> bars(List<OpenTime> week, int midnight) {
        var bars = new ArrayList<Bar>();
        for (var time : week) {
            for (var shift : new int[] {-WEEK, 0}) {
                var from = Math.max(time.begin() + shift, midnight);
                var to = Math.min(time.end() + shift, midnight + DAY);
                if (from < to) {
                    bars.add(new Bar(from - midnight, to - from));
                }
            }
        }
        bars.sort(Comparator.comparingInt(Bar::x));
        return bars;
    }

    private static String clock(int minutes) {
        return minutes == DAY ? "24:00" : LocalTime.MIN.plusMinutes(minutes).toString();
    }
}
