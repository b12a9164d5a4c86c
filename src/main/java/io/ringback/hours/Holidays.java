package io.ringback.hours;

import de.focus_shift.jollyday.core.CalendarHierarchy;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The public holidays of a region, from Jollyday with {@link HolidayCorrections}. A region it does not know has none. A
 * holiday whose weekend is made up for on another day is closed on both: somebody may work on that Saturday.
 */
public final class Holidays {

    /** Antarctica has neither a law nor holidays by one. */
    private static final String NO_STATE = "aq";

    private static final Map<String, Holidays> KNOWN = new ConcurrentHashMap<>();

    private final @Nullable HolidayManager manager;
    private final HolidayCorrections corrections;
    private final String[] part;
    private final Map<Integer, Map<LocalDate, Named>> years = new ConcurrentHashMap<>();

    private Holidays(@Nullable HolidayManager manager, HolidayCorrections corrections, String... part) {
        this.manager = manager;
        this.corrections = corrections;
        this.part = part;
    }

    /** @param key of the same holiday in every year */
    private record Named(String key, Function<Locale, String> name) {}

    /**
     * @param region ISO 3166
     * @param subRegion a key of {@link #subRegions}; null, or one there is not, for the region as a whole
     */
    public static Holidays of(String region, @Nullable String subRegion) {
        var parts = subRegion != null && subRegions(region, Locale.ENGLISH).containsKey(subRegion) ? subRegion : "";
        return KNOWN.computeIfAbsent(region + "." + parts, key -> {
            var manager = manager(region).orElse(null);
            var corrections = HolidayCorrections.of(region);
            return parts.isEmpty()
                    ? new Holidays(manager, corrections)
                    : new Holidays(manager, corrections, parts.split("\\."));
        });
    }

    /** Whether holidays of this region are known. */
    public static boolean isKnown(String region) {
        return manager(region).isPresent();
    }

    /** The years whose holidays were checked here, in order; empty for none. */
    public static List<Integer> checkedYears(String region) {
        var checked = HolidayCorrections.of(region).checked();
        return checked == null
                ? List.of()
                : IntStream.rangeClosed(checked.first(), checked.last()).boxed().toList();
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

    /** Whether on this day only a holiday is kept that is meant by one of these. */
    boolean isAmong(LocalDate date, List<OpenHoliday> days) {
        return days.stream()
                .anyMatch(day -> day.date().equals(date)
                        || day.isEveryYear() && keys(date).stream().anyMatch(keys(day.date())::contains));
    }

    /** The holidays from this day on, for so many days, with their names. */
    public List<ClosedDay> from(LocalDate first, int days, Locale locale) {
        var end = first.plusDays(days);
        return IntStream.rangeClosed(first.getYear(), end.getYear())
                .mapToObj(this::in)
                .flatMap(year -> year.entrySet().stream())
                .filter(day -> !day.getKey().isBefore(first) && day.getKey().isBefore(end))
                .map(day -> new ClosedDay(day.getKey(), day.getValue().name().apply(locale)))
                .toList();
    }

    private Set<String> keys(LocalDate date) {
        var named = in(date.getYear()).get(date);
        return named == null ? Set.of() : Set.of(named.key().split(" "));
    }

    private Map<LocalDate, Named> in(int year) {
        return manager == null ? Map.of() : years.computeIfAbsent(year, this::find);
    }

    private Map<LocalDate, Named> find(int year) {
        var byDate = new TreeMap<LocalDate, Named>();
        if (!corrections.replaces(year)) {
            // A holiday at the turn of the year may be kept in the year before.
            IntStream.rangeClosed(year - 1, year + 1)
                    .filter(each -> !corrections.replaces(each))
                    .forEach(each -> addOfLibrary(each, byDate));
            byDate.keySet().removeIf(date -> date.getYear() != year);
        }
        corrections.in(year).forEach((date, name) -> byDate.put(date, new Named(key(name), locale -> name)));
        return byDate;
    }

    private void addOfLibrary(int year, Map<LocalDate, Named> byDate) {
        Objects.requireNonNull(manager)
                .getHolidays(Year.of(year), HolidayType.PUBLIC_HOLIDAY, part)
                .forEach(holiday -> {
                    var named = new Named(holiday.getPropertiesKey(), holiday::getDescription);
                    byDate.merge(holiday.getDate(), named, Holidays::both);
                    if (!corrections.moved() && isWeekend(holiday.getActualDate())) {
                        byDate.putIfAbsent(holiday.getActualDate(), named);
                    }
                });
    }

    private static boolean isWeekend(LocalDate date) {
        return date.getDayOfWeek().getValue() >= DayOfWeek.SATURDAY.getValue();
    }

    private static Named both(Named one, Named other) {
        var order = one.key().compareTo(other.key());
        if (order == 0) {
            return one;
        }
        return order < 0 ? joined(one, other) : joined(other, one);
    }

    private static Named joined(Named one, Named other) {
        return new Named(
                one.key() + " " + other.key(),
                locale -> one.name().apply(locale) + ", " + other.name().apply(locale));
    }

    private static String key(String name) {
        return name.replace(' ', '_');
    }

    private static Optional<HolidayManager> manager(String region) {
        var code = region.toLowerCase(Locale.ROOT);
        return !NO_STATE.equals(code)
                        && HolidayManager.getSupportedCalendarCodes().stream().anyMatch(code::equalsIgnoreCase)
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
