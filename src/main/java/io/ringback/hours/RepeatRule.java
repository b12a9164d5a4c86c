package io.ringback.hours;

import io.ringback.hours.ImportedDays.Reason;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How days repeat (RRULE in RFC 5545, 3.3.10). What is not in it, and rules of other calendars (RFC 7529), are not taken
 * for something else.
 *
 * @param count how many times; null without such an end
 * @param until the last moment; null without such an end
 */
record RepeatRule(
        Frequency frequency,
        int interval,
        @Nullable Integer count,
        @Nullable CalendarTime until,
        DayOfWeek weekStart,
        Set<Integer> months,
        Set<Integer> weeks,
        Set<Integer> yearDays,
        Set<Integer> monthDays,
        List<Weekday> weekdays,
        Set<Integer> positions) {

    /** From the one with the shortest time between. */
    enum Frequency {
        DAILY,
        WEEKLY,
        MONTHLY,
        YEARLY
    }

    /** @param place which one of the month or year, negative from its end; 0 for each */
    record Weekday(DayOfWeek day, int place) {}

    private static final Set<String> KNOWN = Set.of(
            "FREQ",
            "INTERVAL",
            "COUNT",
            "UNTIL",
            "WKST",
            "BYMONTH",
            "BYWEEKNO",
            "BYYEARDAY",
            "BYMONTHDAY",
            "BYDAY",
            "BYSETPOS",
            "BYHOUR",
            "BYMINUTE",
            "BYSECOND",
            "RSCALE",
            "SKIP");
    private static final Map<String, String> NOTHING_NEW =
            Map.of("RSCALE", "GREGORIAN", "SKIP", "OMIT", "BYHOUR", "0", "BYMINUTE", "0", "BYSECOND", "0");
    private static final Set<String> BY_THE_HOUR = Set.of("HOURLY", "MINUTELY", "SECONDLY");
    private static final Map<String, DayOfWeek> DAYS = Map.of(
            "MO", DayOfWeek.MONDAY,
            "TU", DayOfWeek.TUESDAY,
            "WE", DayOfWeek.WEDNESDAY,
            "TH", DayOfWeek.THURSDAY,
            "FR", DayOfWeek.FRIDAY,
            "SA", DayOfWeek.SATURDAY,
            "SU", DayOfWeek.SUNDAY);
    private static final Pattern WEEKDAY = Pattern.compile("([+-]?\\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)");
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,9}");

    /** @throws SkippedEvent when it cannot be read, or is not known here */
    static RepeatRule of(String text) {
        var parts = parts(text.strip().toUpperCase(Locale.ROOT));
        var rule = new RepeatRule(
                frequency(parts.get("FREQ")),
                parts.containsKey("INTERVAL") ? number(parts.get("INTERVAL"), 1, Integer.MAX_VALUE) : 1,
                parts.containsKey("COUNT") ? (Integer) number(parts.get("COUNT"), 1, Integer.MAX_VALUE) : null,
                parts.containsKey("UNTIL") ? CalendarTime.of(parts.get("UNTIL"), null) : null,
                parts.containsKey("WKST") ? weekday(parts.get("WKST")).day() : DayOfWeek.MONDAY,
                numbers(parts.get("BYMONTH"), 1, 12),
                numbers(parts.get("BYWEEKNO"), -53, 53),
                numbers(parts.get("BYYEARDAY"), -366, 366),
                numbers(parts.get("BYMONTHDAY"), -31, 31),
                list(parts.get("BYDAY"), RepeatRule::weekday).toList(),
                numbers(parts.get("BYSETPOS"), -366, 366));
        rule.check();
        return rule;
    }

    /** @param day the day that a time in UTC falls on */
    @Nullable
    LocalDate lastDay(Function<CalendarTime, LocalDate> day) {
        return until == null ? null : until.utc() ? day.apply(until) : until.date();
    }

    /** Whether none of its parts names a day. */
    boolean namesNoDay() {
        return weeks.isEmpty() && yearDays.isEmpty() && monthDays.isEmpty() && weekdays.isEmpty();
    }

    private static Map<String, String> parts(String text) {
        var parts = new HashMap<String, String>();
        var unknown = false;
        for (var part : text.split(";")) {
            if (part.isBlank()) {
                continue;
            }
            var equals = part.indexOf('=');
            if (equals < 1) {
                throw unreadable();
            }
            var name = part.substring(0, equals).strip();
            var value = part.substring(equals + 1).strip();
            unknown |= !KNOWN.contains(name) || NOTHING_NEW.containsKey(name) && !value.equals(NOTHING_NEW.get(name));
            if (value.isEmpty() || parts.put(name, value) != null) {
                throw unreadable();
            }
        }
        if (unknown) {
            throw new SkippedEvent(Reason.UNKNOWN_RULE);
        }
        return parts;
    }

    // What the standard forbids means nothing certain.
    private void check() {
        var places = weekdays.stream().anyMatch(day -> day.place() != 0);
        if (!weeks.isEmpty() && frequency != Frequency.YEARLY
                || !yearDays.isEmpty() && frequency != Frequency.YEARLY
                || !monthDays.isEmpty() && frequency == Frequency.WEEKLY
                || places && (frequency.compareTo(Frequency.MONTHLY) < 0 || !weeks.isEmpty())
                || !positions.isEmpty() && namesNoDay() && months.isEmpty()) {
            throw unreadable();
        }
    }

    private static Frequency frequency(@Nullable String name) {
        return Stream.of(Frequency.values())
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(RepeatRule::unreadable);
    }

    private static Weekday weekday(String text) {
        var found = WEEKDAY.matcher(text);
        if (!found.matches()) {
            throw unreadable();
        }
        var place = found.group(1) == null ? 0 : Integer.parseInt(found.group(1));
        if (found.group(1) != null && (place == 0 || Math.abs(place) > 53)) {
            throw unreadable();
        }
        return new Weekday(Objects.requireNonNull(DAYS.get(found.group(2))), place);
    }

    private static Set<Integer> numbers(@Nullable String text, int least, int most) {
        return Set.copyOf(list(text, each -> number(each, least, most)).toList());
    }

    private static <T> Stream<T> list(@Nullable String text, Function<String, T> read) {
        return text == null
                ? Stream.empty()
                : Stream.of(text.split(",", -1)).map(String::strip).map(read);
    }

    private static int number(String text, int least, int most) {
        if (!NUMBER.matcher(text).matches()) {
            throw unreadable();
        }
        var number = Integer.parseInt(text);
        if (number == 0 || number < least || number > most) {
            throw unreadable();
        }
        return number;
    }

    private static SkippedEvent unreadable() {
        return new SkippedEvent(Reason.UNREADABLE);
    }
}
