package io.ringback.hours;

import io.ringback.hours.ImportedDays.Reason;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An event of a calendar file: either its days or the reason why it closes none.
 *
 * @param uid what the versions and changes of an event have in common; empty for none
 * @param version higher for a newer one
 * @param instance for a change to one day of a series: the day that it was; null for an event, or a series, itself
 * @param future whether the change is about all later days of the series, too
 */
record CalendarEvent(
        String name,
        String uid,
        int version,
        @Nullable LocalDate instance,
        boolean future,
        @Nullable EventDays days,
        @Nullable Reason reason) {

    String nameOr(CalendarEvent other) {
        return name.equals(EventNames.NONE) ? other.name : name;
    }
}
