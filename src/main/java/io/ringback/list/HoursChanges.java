package io.ringback.list;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.ringback.audit.Changed;
import io.ringback.hours.HoursSettings;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What differs between two settings of calling hours, of which at least one is not null; of closed days the dates, not the
 * names.
 *
 * @param before null for always open, like {@code after}
 */
record HoursChanges(
        @Nullable HoursSettings before, @Nullable HoursSettings after) {

    private static final int MOST_DATES = 40;
    private static final String WEEK = "week";
    private static final String ALWAYS = "always";

    /** A date, or that of every year. */
    record Day(
            LocalDate date,
            @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean everyYear) {
        @Override
        public String toString() {
            return everyYear ? date + " ↻" : date.toString();
        }
    }

    boolean isEmpty() {
        return Objects.equals(before, after);
    }

    /** By name the value before and after; null for always open, and for what hours that are always open do not have. */
    Map<String, Changed> values() {
        var values = new TreeMap<String, Changed>();
        note(values, WEEK, HoursSettings::week);
        if (after != null) {
            note(values, "holidays", HoursSettings::holidays);
            note(values, "expiry", settings -> settings.expiry().name());
            note(values, "callerZone", HoursSettings::callerZone);
        }
        if (before != null && after != null) {
            note(values, "subRegion", HoursSettings::subRegion);
        }
        noteDays(values, "closedDays", closed(before), closed(after));
        noteDays(values, "openHolidays", open(before), open(after));
        if (values.isEmpty() && !isEmpty()) {
            values.put("closedDays", new Changed(closed(before), closed(after)));
        }
        return values;
    }

    /** As details of the trail tell of it to programs. */
    Map<String, String> written() {
        var written = new TreeMap<String, String>();
        values().forEach((name, change) -> {
            switch (name) {
                case WEEK -> written.put(name, always(change.before()) + " → " + always(change.after()));
                case "closedDays" -> writeDays(written, name, closed(before), closed(after));
                case "openHolidays" -> writeDays(written, name, open(before), open(after));
                default -> written.put(name, before == null ? String.valueOf(change.after()) : change.written());
            }
        });
        if (written.isEmpty() && !isEmpty()) {
            written.put("closedDays", "renamed");
        }
        return written;
    }

    private void note(Map<String, Changed> values, String name, Function<HoursSettings, @Nullable Object> setting) {
        var old = before == null ? null : setting.apply(before);
        var now = after == null ? null : setting.apply(after);
        if (!Objects.equals(old, now)) {
            values.put(name, new Changed(old, now));
        }
    }

    private static void noteDays(Map<String, Changed> values, String name, List<Day> old, List<Day> now) {
        if (!old.equals(now)) {
            values.put(name, new Changed(old, now));
        }
    }

    private static void writeDays(Map<String, String> written, String name, List<Day> old, List<Day> now) {
        writeDays(written, name + "Added", without(now, old));
        writeDays(written, name + "Removed", without(old, now));
    }

    private static void writeDays(Map<String, String> written, String name, List<Day> days) {
        if (!days.isEmpty()) {
            var more = days.size() > MOST_DATES ? " and %s more".formatted(days.size() - MOST_DATES) : "";
            written.put(
                    name, days.stream().limit(MOST_DATES).map(Day::toString).collect(Collectors.joining(", ")) + more);
        }
    }

    private static List<Day> without(List<Day> these, List<Day> others) {
        return these.stream().filter(day -> !others.contains(day)).toList();
    }

    private static String always(@Nullable Object week) {
        return week == null ? ALWAYS : week.toString();
    }

    private static List<Day> closed(@Nullable HoursSettings settings) {
        return settings == null
                ? List.of()
                : sorted(settings.closedDays().stream()
                        .map(day -> new Day(day.date(), day.isEveryYear()))
                        .collect(Collectors.toSet()));
    }

    private static List<Day> open(@Nullable HoursSettings settings) {
        return settings == null
                ? List.of()
                : sorted(settings.openHolidays().stream()
                        .map(day -> new Day(day.date(), day.isEveryYear()))
                        .collect(Collectors.toSet()));
    }

    private static List<Day> sorted(Set<Day> days) {
        return days.stream()
                .sorted(Comparator.comparing(Day::date).thenComparing(Day::everyYear))
                .toList();
    }
}
