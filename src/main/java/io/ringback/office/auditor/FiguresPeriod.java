package io.ringback.office.auditor;

import io.ringback.figures.Period;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * Whole days by the clocks of a zone, as they are chosen on a page.
 *
 * @param from the first day
 * @param to the last day
 */
record FiguresPeriod(LocalDate from, LocalDate to, ZoneId zone, LocalDate today) {

    private static final int DAYS = 30;
    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2999, 12, 31);

    /** What is often chosen. */
    record Preset(String key, LocalDate from, LocalDate to) {}

    /** Whatever is not understood is taken for the last 30 days: addresses of reports are kept as bookmarks. */
    static FiguresPeriod of(String from, String to, ZoneId zone, Instant now) {
        var today = now.atZone(zone).toLocalDate();
        var last = day(to, today);
        var first = day(from, last.minusDays(DAYS - 1L));
        return first.isAfter(last)
                ? new FiguresPeriod(last.minusDays(DAYS - 1L), last, zone, today)
                : new FiguresPeriod(first, last, zone, today);
    }

    /** From the beginning of the first day to the end of the last one. */
    public Period period() {
        var begin = from.atStartOfDay(zone).toInstant();
        var end = to.plusDays(1).atStartOfDay(zone).toInstant();
        return Period.counted(begin, end, end);
    }

    public List<Preset> presets() {
        return List.of(
                new Preset("today", today, today),
                new Preset("week", today.minusDays(6), today),
                new Preset("month", today.minusDays(DAYS - 1L), today),
                new Preset(
                        "lastMonth",
                        today.withDayOfMonth(1).minusMonths(1),
                        today.withDayOfMonth(1).minusDays(1)),
                new Preset("year", today.minusYears(1).plusDays(1), today));
    }

    public boolean is(Preset preset) {
        return preset.from().equals(from) && preset.to().equals(to);
    }

    private static LocalDate day(String given, LocalDate usual) {
        try {
            var day = LocalDate.parse(given);
            return day.isBefore(EARLIEST) || day.isAfter(LATEST) ? usual : day;
        } catch (DateTimeException unreadable) {
            return usual;
        }
    }
}
