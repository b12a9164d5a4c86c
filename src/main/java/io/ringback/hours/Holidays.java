package io.ringback.hours;

import de.focus_shift.jollyday.core.CalendarHierarchy;
import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.time.Year;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The public holidays of a region, from Jollyday. A region it does not know has none. */
public final class Holidays {

    private static final Map<String, Holidays> KNOWN = new ConcurrentHashMap<>();

    private final @Nullable HolidayManager manager;
    private final String[] part;
    private final Map<Integer, Map<LocalDate, Holiday>> years = new ConcurrentHashMap<>();

    private Holidays(@Nullable HolidayManager manager, String... part) {
        this.manager = manager;
        this.part = part;
    }

    /**
     * @param region ISO 3166
     * @param subRegion a key of {@link #subRegions}; null, or one there is not, for the region as a whole
     */
    public static Holidays of(String region, @Nullable String subRegion) {
        var parts = subRegion != null && subRegions(region, Locale.ENGLISH).containsKey(subRegion) ? subRegion : "";
        return KNOWN.computeIfAbsent(region + "." + parts, key -> {
            var manager = manager(region).orElse(null);
            return parts.isEmpty() ? new Holidays(manager) : new Holidays(manager, parts.split("\\."));
        });
    }

    /** Whether holidays of this region are known. */
    public static boolean isKnown(String region) {
        return manager(region).isPresent();
    }

    /** Its parts with holidays of their own: {@code by} Bavaria, {@code by.mu} Munich. */
    public static Map<String, String> subRegions(String region, Locale locale) {
        var found = new TreeMap<String, String>();
        manager(region).ifPresent(manager -> collect(manager.getCalendarHierarchy(), "", "", locale, found));
        return found;
    }

    public boolean isHoliday(LocalDate date) {
        return in(date.getYear()).containsKey(date);
    }

    /** The holidays from this day on, for so many days, with their names. */
    public List<ClosedDay> from(LocalDate first, int days, Locale locale) {
        var end = first.plusDays(days);
        return Stream.of(in(first.getYear()), in(end.getYear()))
                .flatMap(year -> year.entrySet().stream())
                .filter(day -> !day.getKey().isBefore(first) && day.getKey().isBefore(end))
                .map(day -> new ClosedDay(day.getKey(), day.getValue().getDescription(locale)))
                .distinct()
                .sorted(Comparator.comparing(ClosedDay::date))
                .toList();
    }

    private Map<LocalDate, Holiday> in(int year) {
        var holidays = manager;
        return holidays == null
                ? Map.of()
                : years.computeIfAbsent(year, missing -> {
                    var byDate = new TreeMap<LocalDate, Holiday>();
                    holidays.getHolidays(Year.of(missing), HolidayType.PUBLIC_HOLIDAY, part)
                            .forEach(holiday -> byDate.put(holiday.getDate(), holiday));
                    return byDate;
                });
    }

    private static Optional<HolidayManager> manager(String region) {
        var code = region.toLowerCase(Locale.ROOT);
        return HolidayManager.getSupportedCalendarCodes().stream().anyMatch(code::equalsIgnoreCase)
                ? Optional.of(HolidayManager.getInstance(ManagerParameters.create(code)))
                : Optional.empty();
    }

    private static void collect(
            CalendarHierarchy parent, String path, String names, Locale locale, Map<String, String> found) {
        parent.getChildren().forEach((id, child) -> {
            var name = names + child.getDescription(locale);
            found.put(path + id, name);
            collect(child, path + id + ".", name + ", ", locale, found);
        });
    }
}
