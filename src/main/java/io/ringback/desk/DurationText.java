package io.ringback.desk;

import java.time.Duration;
import java.util.ArrayList;

/** Durations as people write them in every language of the pages: {@code 2 min}, {@code 1 h 30 min}. */
final class DurationText {

    private DurationText() {}

    static String of(Duration duration) {
        var parts = new ArrayList<String>();
        add(parts, duration.toHours(), "h");
        add(parts, duration.toMinutesPart(), "min");
        add(parts, duration.toSecondsPart(), "s");
        return parts.isEmpty() ? "0 s" : String.join(" ", parts);
    }

    private static void add(ArrayList<String> parts, long count, String unit) {
        if (count > 0) {
            parts.add(count + " " + unit);
        }
    }
}
