package io.ringback.office;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/**
 * Hours as the clocks of a zone show them. They begin where the clocks show a full hour, and where the clocks are changed:
 * where they are changed by half an hour, an hour on either side of that is half as long.
 */
public final class ClockHours {

    private static final long HOUR = Duration.ofHours(1).toSeconds();

    private ClockHours() {}

    /** The beginning of the hour that this moment is in. */
    public static Instant begin(Instant moment, ZoneId zone) {
        var offset = zone.getRules().getOffset(moment).getTotalSeconds();
        var full = Instant.ofEpochSecond(Math.floorDiv(moment.getEpochSecond() + offset, HOUR) * HOUR - offset);
        var change = zone.getRules().previousTransition(moment.plusNanos(1));
        return change != null && change.getInstant().isAfter(full) ? change.getInstant() : full;
    }

    /** The beginning of the hour after the one that this moment is in. */
    public static Instant next(Instant moment, ZoneId zone) {
        var offset = zone.getRules().getOffset(moment).getTotalSeconds();
        var full = Instant.ofEpochSecond((Math.floorDiv(moment.getEpochSecond() + offset, HOUR) + 1) * HOUR - offset);
        var change = zone.getRules().nextTransition(moment);
        return change != null && change.getInstant().isBefore(full) ? change.getInstant() : full;
    }

    /** Whether the clocks show the same time once more, an hour or so before or after. */
    public static boolean comesTwice(Instant moment, ZoneId zone) {
        return zone.getRules()
                        .getValidOffsets(moment.atZone(zone).toLocalDateTime())
                        .size()
                > 1;
    }
}
