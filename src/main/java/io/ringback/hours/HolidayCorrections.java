package io.ringback.hours;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What was checked of the holidays of a region, and what the library has wrong or lacks: {@code holidays.txt}. Religious
 * days and substitutes that a government announces year by year come from no rule.
 *
 * @param checked the years whose days were compared with the law or the announcements; null for none
 * @param replaced the years in which the library does not count
 * @param moved whether a holiday that is kept on another day is none on its own
 * @param days further days of one year, or of each
 */
record HolidayCorrections(@Nullable Years checked, @Nullable Years replaced, boolean moved, List<Day> days) {

    private static final HolidayCorrections NONE = new HolidayCorrections(null, null, false, List.of());
    private static final Map<String, HolidayCorrections> BY_REGION = read();

    /** From the first to the last, both included. */
    record Years(int first, int last) {

        boolean has(int year) {
            return first <= year && year <= last;
        }

        private static Years of(String text) {
            var ends = text.split("-");
            return new Years(Integer.parseInt(ends[0]), Integer.parseInt(ends[1]));
        }
    }

    /** @param year null for each */
    record Day(@Nullable Integer year, int month, String day, String name) {

        Optional<LocalDate> in(int wanted) {
            return year == null || year == wanted ? Optional.of(date(YearMonth.of(wanted, month))) : Optional.empty();
        }

        private LocalDate date(YearMonth of) {
            var hash = day.indexOf('#');
            if (hash < 0) {
                return of.atDay(Integer.parseInt(day));
            }
            var weekday = Stream.of(DayOfWeek.values())
                    .filter(each -> each.name().startsWith(day.substring(0, hash)))
                    .findFirst()
                    .orElseThrow();
            return of.atDay(1)
                    .with(TemporalAdjusters.dayOfWeekInMonth(Integer.parseInt(day.substring(hash + 1)), weekday));
        }

        private static Day of(String date, String name) {
            var parts = date.split("-", 3);
            return new Day(
                    parts[0].equals("*") ? null : (Integer) Integer.parseInt(parts[0]),
                    Integer.parseInt(parts[1]),
                    parts[2],
                    name);
        }
    }

    static HolidayCorrections of(String region) {
        return BY_REGION.getOrDefault(region.toUpperCase(Locale.ROOT), NONE);
    }

    boolean replaces(int year) {
        return replaced != null && replaced.has(year);
    }

    Map<LocalDate, String> in(int year) {
        var found = new TreeMap<LocalDate, String>();
        days.forEach(day -> day.in(year).ifPresent(date -> found.put(date, day.name())));
        return found;
    }

    private HolidayCorrections with(String what, String rest) {
        return switch (what) {
            case "checked" -> new HolidayCorrections(Years.of(rest), replaced, moved, days);
            case "replaces" -> new HolidayCorrections(checked, Years.of(rest), moved, days);
            case "moves" -> new HolidayCorrections(checked, replaced, true, days);
            default -> {
                var more = new ArrayList<>(days);
                more.add(Day.of(what, rest));
                yield new HolidayCorrections(checked, replaced, moved, List.copyOf(more));
            }
        };
    }

    private static Map<String, HolidayCorrections> read() {
        var found = new HashMap<String, HolidayCorrections>();
        try (var lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(HolidayCorrections.class.getResourceAsStream("holidays.txt")),
                StandardCharsets.UTF_8))) {
            lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split(" ", 3))
                    .forEach(line ->
                            found.put(line[0], found.getOrDefault(line[0], NONE).with(line[1], line[2])));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.copyOf(found);
    }
}
