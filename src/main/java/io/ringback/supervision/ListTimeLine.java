package io.ringback.supervision;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
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
        int hours = step(Duration.between(preview.at(), preview.expiresAt()));
        var ticks = new ArrayList<Tick>();
        var end = preview.expiresAt().atZone(preview.zone());
        var local = first(preview.at().atZone(preview.zone()).toLocalDateTime(), hours);
        while (local.isBefore(end.toLocalDateTime())) {
            var time = local.atZone(preview.zone());
            double x = place(preview, time.toInstant());
            if (time.toInstant().isAfter(preview.at())) {
                ticks.add(new Tick(x, words.written(pattern(hours, time), time), x > LAST_LABEL));
            }
            local = local.plusHours(hours);
        }
        return List.copyOf(ticks);
    }

    /** Hours between ticks. */
    private static int step(Duration length) {
        return STEPS.stream()
                .filter(hours -> length.toHours() / hours <= MOST_TICKS)
                .findFirst()
                .orElse(STEPS.get(STEPS.size() - 1) * 6);
    }

    /** The midnight before, or the hour of that day which begins a step. */
    private static LocalDateTime first(LocalDateTime start, int hours) {
        var midnight = start.truncatedTo(ChronoUnit.DAYS);
        return hours >= 24 ? midnight : midnight.plusHours((long) (start.getHour() / hours) * hours);
    }

    private static String pattern(int hours, ZonedDateTime time) {
        if (hours > 24) {
            return "dayMonth";
        }
        return time.getHour() == 0 ? "day" : "hour";
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
