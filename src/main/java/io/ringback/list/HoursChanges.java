package io.ringback.list;

import io.ringback.hours.HoursSettings;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What differs between two settings of calling hours, for the audit trail; of closed days the dates, not the names. */
final class HoursChanges {

    private static final int MOST_DATES = 40;

    private HoursChanges() {}

    static Map<String, String> between(@Nullable HoursSettings before, @Nullable HoursSettings after) {
        var changes = new TreeMap<String, String>();
        if (Objects.equals(before, after)) {
            return changes;
        }
        note(changes, "week", before == null ? "always" : before.week(), after == null ? "always" : after.week());
        if (before != null && after != null) {
            note(changes, "holidays", before.holidays(), after.holidays());
            note(changes, "subRegion", before.subRegion(), after.subRegion());
            note(changes, "expiry", before.expiry(), after.expiry());
            note(changes, "callerZone", before.callerZone(), after.callerZone());
        } else if (after != null) {
            changes.put("holidays", String.valueOf(after.holidays()));
            changes.put("expiry", after.expiry().name());
            changes.put("callerZone", String.valueOf(after.callerZone()));
        }
        var old = dates(before);
        var now = dates(after);
        noteDates(changes, "closedDaysAdded", now, old);
        noteDates(changes, "closedDaysRemoved", old, now);
        var openBefore = openDates(before);
        var openNow = openDates(after);
        noteDates(changes, "openHolidaysAdded", openNow, openBefore);
        noteDates(changes, "openHolidaysRemoved", openBefore, openNow);
        if (changes.isEmpty()) {
            changes.put("closedDays", "renamed");
        }
        return changes;
    }

    private static void note(Map<String, String> changes, String name, @Nullable Object before, @Nullable Object now) {
        if (!Objects.equals(before, now)) {
            changes.put(name, before + " → " + now);
        }
    }

    private static void noteDates(
            Map<String, String> changes, String name, Collection<String> these, Collection<String> butNot) {
        var dates = new TreeSet<>(these);
        dates.removeAll(butNot);
        if (!dates.isEmpty()) {
            var more = dates.size() > MOST_DATES ? " and %d more".formatted(dates.size() - MOST_DATES) : "";
            changes.put(name, dates.stream().limit(MOST_DATES).collect(Collectors.joining(", ")) + more);
        }
    }

    private static Collection<String> dates(@Nullable HoursSettings settings) {
        return settings == null
                ? List.of()
                : settings.closedDays().stream()
                        .map(day -> written(day.date(), day.isEveryYear()))
                        .toList();
    }

    private static Collection<String> openDates(@Nullable HoursSettings settings) {
        return settings == null
                ? List.of()
                : settings.openHolidays().stream()
                        .map(day -> written(day.date(), day.isEveryYear()))
                        .toList();
    }

    private static String written(LocalDate date, boolean everyYear) {
        return everyYear ? date + " ↻" : date.toString();
    }
}
