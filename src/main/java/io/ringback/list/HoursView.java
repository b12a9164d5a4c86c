package io.ringback.list;

import io.ringback.hours.ClosedDay;
import io.ringback.hours.ExpiryRule;
import io.ringback.hours.Holidays;
import io.ringback.hours.OpenHoliday;
import io.ringback.hours.OpenTime;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The calling hours of a list as the API shows them.
 *
 * @param alwaysOpen whether the list has no hours; then what is set below is what a list with hours begins with
 * @param nextOpening when it opens next; null when it is open, or never opens
 * @param holidaysChecked the years whose public holidays were compared with the law of the region; empty for none
 * @param movedCallbacks after a change: how many open callbacks get a new opening
 */
public record HoursView(
        boolean alwaysOpen,
        ZoneId zone,
        String region,
        List<OpenTime> week,
        boolean holidays,
        @Nullable String subRegion,
        List<ClosedDay> closedDays,
        List<OpenHoliday> openHolidays,
        ExpiryRule expiry,
        boolean callerZone,
        long version,
        boolean openNow,
        @Nullable Instant nextOpening,
        List<Integer> holidaysChecked,
        List<HoursWarning> warnings,
        @Nullable Integer movedCallbacks) {

    public static HoursView of(ListHours hours, Instant now, @Nullable Integer moved) {
        var list = hours.list();
        var settings = list.hours().settings();
        var calendar = list.hours().calendar();
        var open = calendar.isOpen(now);
        return new HoursView(
                settings == null,
                list.zone(),
                list.region(),
                settings == null ? List.of() : settings.week(),
                settings != null && settings.holidays(),
                settings == null ? null : settings.subRegion(),
                settings == null ? List.of() : settings.closedDays(),
                settings == null ? List.of() : settings.openHolidays(),
                settings == null ? ExpiryRule.COUNTS_ON : settings.expiry(),
                settings != null && settings.callerZone(),
                hours.version(),
                open,
                open ? null : calendar.nextOpening(now).orElse(null),
                Holidays.checkedYears(list.region()),
                HoursWarning.of(list, now),
                moved);
    }
}
