package io.ringback.hours;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The calling hours of a list as they are set.
 *
 * @param week when it is open; anything else is closed
 * @param holidays whether it is closed on the public holidays of the list's region
 * @param subRegion a part of the region with holidays of its own, {@code by} for Bavaria in DE; null for none
 * @param closedDays days closed besides
 * @param expiry whether expiry counts on while it is closed
 * @param callerZone whether it must be open by the clock of the caller, too
 */
public record HoursSettings(
        List<OpenTime> week,
        boolean holidays,
        @Nullable String subRegion,
        List<ClosedDay> closedDays,
        ExpiryRule expiry,
        boolean callerZone) {

    public HoursSettings {
        week = List.copyOf(week);
        closedDays = List.copyOf(closedDays);
    }

    /** The same with these closed days in place of those there are. */
    public HoursSettings closedOn(List<ClosedDay> days) {
        return new HoursSettings(week, holidays, subRegion, days, expiry, callerZone);
    }

    boolean isClosedOn(LocalDate date) {
        return closedDays.stream().anyMatch(day -> day.date().equals(date));
    }
}
