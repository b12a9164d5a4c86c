package io.ringback.office.lists;

import io.ringback.office.ClockHours;
import io.ringback.office.TimeWords;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;

/**
 * Where things stand on the drawn life of a request, from left, when it comes in, to right, when it expires.
 *
 * @param offered where it can first be offered
 * @param due where it becomes overdue
 * @param expires the end of the line
 * @param ticks hours, midnights or dates in the list's zone
 */
record ListTimeLine(double offered, double due, double expires, List<Tick> ticks) {

    /** Where the line begins. */
    public static final double START = 12;

    private static final double LENGTH = 296;
    private static final int DAY = 24;
    private static final int MOST_TICKS = 8;
    /** From here on a label in the middle of its tick would not fit. */
    private static final int LAST_LABEL = 290;

    private static final List<Integer> STEPS = List.of(1, 2, 3, 6, 12, 24, 48, 168, 336, 720, 1440);

    static ListTimeLine of(ListPreview preview, TimeWords words) {
        return new ListTimeLine(
                place(preview, preview.offeredAt()),
                place(preview, preview.dueAt()),
                place(preview, preview.expiresAt()),
                ticks(preview, words));
    }

    private static List<Tick> ticks(ListPreview preview, TimeWords words) {
        var hours = step(Duration.between(preview.at(), preview.expiresAt()));
        var ticks = new ArrayList<Tick>();
        ZonedDateTime before = null;
        for (var time : hours < DAY ? hours(preview, hours) : days(preview, hours / DAY)) {
            var isNewDay =
                    before == null ? time.getHour() == 0 : !before.toLocalDate().equals(time.toLocalDate());
            var x = place(preview, time.toInstant());
            ticks.add(new Tick(x, words.written(pattern(hours, isNewDay), time), x > LAST_LABEL));
            before = time;
        }
        return List.copyOf(ticks);
    }

    /** As the clocks show them: an hour that is left out has no mark, one that comes twice has two if all have one. */
    private static List<ZonedDateTime> hours(ListPreview preview, int step) {
        var times = new ArrayList<ZonedDateTime>();
        var at = ClockHours.next(preview.at(), preview.zone());
        while (at.isBefore(preview.expiresAt())) {
            var time = at.atZone(preview.zone());
            var isAgain = step > 1 && !time.equals(time.withEarlierOffsetAtOverlap());
            if (time.getMinute() == 0 && time.getSecond() == 0 && time.getHour() % step == 0 && !isAgain) {
                times.add(time);
            }
            at = ClockHours.next(at, preview.zone());
        }
        return times;
    }

    private static List<ZonedDateTime> days(ListPreview preview, int step) {
        var times = new ArrayList<ZonedDateTime>();
        var date = preview.at().atZone(preview.zone()).toLocalDate();
        var midnight = date.plusDays(step).atStartOfDay(preview.zone());
        while (midnight.toInstant().isBefore(preview.expiresAt())) {
            times.add(midnight);
            midnight = midnight.toLocalDate().plusDays(step).atStartOfDay(preview.zone());
        }
        return times;
    }

    /** Hours between ticks. */
    private static int step(Duration length) {
        return STEPS.stream()
                .filter(hours -> length.toHours() / hours <= MOST_TICKS)
                .findFirst()
                .orElse(STEPS.get(STEPS.size() - 1) * 6);
    }

    private static String pattern(int hours, boolean isNewDay) {
        if (hours > DAY) {
            return "dayMonth";
        }
        return isNewDay || hours == DAY ? "day" : "hour";
    }

    private static double place(ListPreview preview, Instant at) {
        double whole = Duration.between(preview.at(), preview.expiresAt()).toMillis();
        double part = Duration.between(preview.at(), at).toMillis();
        return Math.round((START + LENGTH * Math.min(1, Math.max(0, part / Math.max(whole, 1)))) * 10) / 10.0;
    }

    /**
     * A mark on the scale.
     *
     * @param last whether its label ends there, at the edge
     */
    record Tick(double x, String label, boolean last) {}
}
