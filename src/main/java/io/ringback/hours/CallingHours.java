package io.ringback.hours;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The calling hours of a list, ready to be asked. Immutable. */
public final class CallingHours {

    /** Of a list without hours: always open. */
    public static final CallingHours ALWAYS = new CallingHours(null, OpeningCalendar.ALWAYS);

    private static final Duration TWO_WEEKS = Duration.ofDays(14);
    private static final List<Instant> WINTER_AND_SUMMER =
            List.of(Instant.parse("2026-01-05T00:00:00Z"), Instant.parse("2026-07-06T00:00:00Z"));

    private final @Nullable HoursSettings settings;
    private final OpeningCalendar ofList;
    private final Map<Set<ZoneId>, OpeningCalendar> byZones = new ConcurrentHashMap<>();
    private final OpeningCalendar weekAlone;

    private CallingHours(@Nullable HoursSettings settings, OpeningCalendar ofList) {
        this(settings, ofList, ofList);
    }

    private CallingHours(@Nullable HoursSettings settings, OpeningCalendar ofList, OpeningCalendar weekAlone) {
        this.settings = settings;
        this.ofList = ofList;
        this.weekAlone = weekAlone;
    }

    /**
     * @param zone the one of the list, whose clock the hours are meant by
     * @param region the one of the list, whose holidays are kept
     */
    public static CallingHours of(HoursSettings settings, ZoneId zone, String region) {
        var closed = closedDays(settings, Holidays.of(region, settings.subRegion()));
        return new CallingHours(
                settings,
                new WeeklyCalendar(settings.week(), zone, closed),
                new WeeklyCalendar(settings.week(), zone, date -> false));
    }

    private static Predicate<LocalDate> closedDays(HoursSettings settings, Holidays holidays) {
        var once = settings.closedDays().stream()
                .filter(day -> !day.isEveryYear())
                .map(ClosedDay::date)
                .collect(Collectors.toSet());
        var everyYear =
                settings.closedDays().stream().filter(ClosedDay::isEveryYear).toList();
        return date -> once.contains(date)
                || everyYear.stream().anyMatch(day -> day.isOn(date))
                || settings.holidays() && holidays.isHoliday(date) && !holidays.isAmong(date, settings.openHolidays());
    }

    /** Null when it is always open. */
    public @Nullable HoursSettings settings() {
        return settings;
    }

    /** Whoever is called. */
    public OpeningCalendar calendar() {
        return ofList;
    }

    /**
     * For the caller with this number. Where the list keeps to its callers' clocks, the week counts in each zone the
     * number may be in, too; not so when the zones are unknown, or leave no time of the week in which all are open.
     */
    public OpeningCalendar forCaller(String e164) {
        if (settings == null || !settings.callerZone()) {
            return ofList;
        }
        return byZones.computeIfAbsent(CallerZones.of(e164), zones -> narrowed(settings, zones));
    }

    /** When what begins at this time, and should last that long, is over. */
    public Instant expiry(Instant from, Duration after, OpeningCalendar calendar) {
        return settings != null && settings.expiry() == ExpiryRule.PAUSES
                ? calendar.plusOpen(from, after)
                : from.plus(after);
    }

    private OpeningCalendar narrowed(HoursSettings hours, Set<ZoneId> zones) {
        var weeks = new ArrayList<OpeningCalendar>();
        zones.forEach(zone -> weeks.add(new WeeklyCalendar(hours.week(), zone, date -> false)));
        weeks.add(weekAlone);
        if (!meet(new CommonCalendar(List.copyOf(weeks)))) {
            return ofList;
        }
        weeks.set(weeks.size() - 1, ofList);
        return new CommonCalendar(weeks);
    }

    private static boolean meet(OpeningCalendar common) {
        return WINTER_AND_SUMMER.stream()
                .allMatch(season -> common.nextOpening(season)
                        .filter(open -> open.isBefore(season.plus(TWO_WEEKS)))
                        .isPresent());
    }
}
