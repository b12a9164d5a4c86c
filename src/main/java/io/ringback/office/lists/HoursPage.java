package io.ringback.office.lists;

import io.ringback.hours.ClosedDay;
import io.ringback.hours.Holidays;
import io.ringback.hours.OpenHoliday;
import io.ringback.hours.OpenTime;
import io.ringback.list.CallbackList;
import io.ringback.list.HoursView;
import io.ringback.list.ListHours;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the page of a list's calling hours shows.
 *
 * @param picture of the hours, or of usual ones for a list that is always open
 * @param country of the list, in the language of the page
 * @param subRegions parts of the list's region with holidays of their own, by their keys
 * @param holidays of the next twelve months
 * @param openHolidays those that the list does not keep
 * @param holidayNote the key of what else is to be known of the holidays of the region; null for nothing
 * @param openCases callbacks a change is about
 */
record HoursPage(
        CallbackList list,
        HoursView hours,
        WeekPicture picture,
        String country,
        boolean holidaysKnown,
        Map<String, String> subRegions,
        List<Holiday> holidays,
        List<OpenDay> openHolidays,
        @Nullable String holidayNote,
        long openCases) {

    private static final int DAYS_SHOWN = 365;

    /** Regions with holidays that no rule foretells. */
    private static final Set<String> NOTED = Set.of("SG", "TR");

    /** @param written the date as people read it without scripts, which write it as the browser's region does */
    record Holiday(LocalDate date, String written, String name) {}

    /** @param name empty when there is no holiday on that date */
    record OpenDay(LocalDate date, String name, boolean everyYear) {}

    static HoursPage of(ListHours found, long openCases, Instant now, Locale locale) {
        var list = found.list();
        var view = HoursView.of(found, now, null);
        var today = LocalDate.ofInstant(now, list.zone());
        var holidays = Holidays.of(list.region(), view.subRegion());
        return new HoursPage(
                list,
                view,
                WeekPicture.of(view.alwaysOpen() ? usual() : view.week(), locale),
                new Locale("", list.region()).getDisplayCountry(locale),
                Holidays.isKnown(list.region()),
                Holidays.subRegions(list.region(), locale),
                holidays.from(today, DAYS_SHOWN, locale).stream()
                        .map(day -> holiday(day, locale))
                        .toList(),
                view.openHolidays().stream()
                        .map(day -> open(day, holidays, locale))
                        .toList(),
                NOTED.contains(list.region()) ? "hours.holidays.note." + list.region() : null,
                openCases);
    }

    private static OpenDay open(OpenHoliday day, Holidays holidays, Locale locale) {
        var name = holidays.from(day.date(), 1, locale).stream()
                .map(ClosedDay::name)
                .findFirst()
                .orElse("");
        return new OpenDay(day.date(), name, day.isEveryYear());
    }

    private static Holiday holiday(ClosedDay day, Locale locale) {
        var format = DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL).withLocale(locale);
        return new Holiday(day.date(), format.format(day.date()), day.name());
    }

    private static List<OpenTime> usual() {
        return Stream.of(DayOfWeek.values())
                .limit(5)
                .map(day -> new OpenTime(day, LocalTime.of(8, 0), LocalTime.of(16, 0)))
                .toList();
    }
}
