package io.ringback.exchange;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads times as people and spreadsheets write them, without an offset: {@code 9.12.2026 09:30}, {@code 09/12/2026 9.30},
 * {@code 12/9/26 9:30 AM}, {@code 2026-12-09T09:30}, {@code 9-Dec-2026}. A day without a time of day is its beginning, or its
 * end where the time is a last one. What has two meanings is refused: a day whose month could come first unless somebody has
 * said so, and the hour that is there twice when the clocks are put back.
 */
final class LocalTimes {

    private static final String TIME = "(?:(?:T|[ ,]+(?:klo|kl\\.?|at|um|om)?[ ]*)"
            + "(?<hour>\\d{1,2})(?:[:.](?<minute>\\d{2})(?:[:.](?<second>\\d{2})(?:[.,]0{1,9})?)?)?"
            + "[ ]*(?<half>am|pm|a\\.m\\.?|p\\.m\\.?|ap\\.?|ip\\.?|fm|em)?(?: ?uhr)?)?";
    private static final String WEEKDAY = "(?:\\p{L}{2,12}\\.?,? )?";

    private static final Pattern YEAR_FIRST =
            pattern("(?<year>\\d{4})(?<sep>[-/.])(?<month>\\d{1,2})\\k<sep>(?<day>\\d{1,2})");
    private static final Pattern YEAR_LAST =
            pattern("(?<first>\\d{1,2})(?<sep>[-/.]) ?(?<second2>\\d{1,2})\\k<sep> ?(?<year>\\d{4}|\\d{2})");
    private static final Pattern NAMED_DAY_FIRST =
            pattern("(?<day>\\d{1,2})(?:st|nd|rd|th)?[-. ]+(?<name>\\p{L}{3,12})\\.?[-, ]+(?<year>\\d{4}|\\d{2})");
    private static final Pattern NAMED_MONTH_FIRST =
            pattern("(?<name>\\p{L}{3,12})\\.?[- ](?<day>\\d{1,2})(?:st|nd|rd|th)?[-, ]+(?<year>\\d{4})");

    private static final Map<String, Integer> MONTHS = months();
    private static final int FIRST_YEAR = 2000;
    private static final int LONGEST = 80;

    private LocalTimes() {}

    /**
     * A time, or why there is none.
     *
     * @param fault a code of {@link RowError}s; null when it was read
     */
    record Read(@Nullable Instant time, @Nullable String fault) {}

    /**
     * @param order null when nobody knows
     * @param isLast whether a day alone means its end
     */
    static Read read(String written, @Nullable DayOrder order, ZoneId zone, boolean isLast) {
        if (written.length() > LONGEST) {
            return new Read(null, "NOT_A_TIME");
        }
        var text = plain(written);
        try {
            var numbers = YEAR_LAST.matcher(text);
            if (numbers.matches()) {
                return ofNumbers(numbers, order, zone, isLast);
            }
            var iso = YEAR_FIRST.matcher(text);
            if (iso.matches()) {
                return of(number(iso, "year"), number(iso, "month"), number(iso, "day"), iso, zone, isLast);
            }
            for (var named : List.of(NAMED_DAY_FIRST.matcher(text), NAMED_MONTH_FIRST.matcher(text))) {
                var month = named.matches() ? MONTHS.get(named.group("name")) : null;
                if (month != null) {
                    return of(year(named), month, number(named, "day"), named, zone, isLast);
                }
            }
            return new Read(null, "NOT_A_TIME");
        } catch (DateTimeException e) {
            return new Read(null, "NO_SUCH_TIME");
        }
    }

    /** The orders in which some of the texts cannot be meant are out; with both left it is unclear, as it is with none. */
    static Collection<DayOrder> possible(Collection<String> texts) {
        var possible = EnumSet.allOf(DayOrder.class);
        for (var text : texts) {
            var numbers = YEAR_LAST.matcher(plain(text));
            if (numbers.matches() && isOpen(numbers)) {
                if (number(numbers, "first") > 12) {
                    possible.remove(DayOrder.MONTH_FIRST);
                }
                if (number(numbers, "second2") > 12) {
                    possible.remove(DayOrder.DAY_FIRST);
                }
            }
        }
        return possible;
    }

    /** Whether the order makes a difference to the text. */
    static boolean dependsOnOrder(String text) {
        if (text.isEmpty() || text.length() > LONGEST || text.indexOf('/') < 0 && text.indexOf('-') < 0) {
            return false;
        }
        var numbers = YEAR_LAST.matcher(plain(text));
        return numbers.matches() && isOpen(numbers);
    }

    private static boolean isOpen(Matcher numbers) {
        return !numbers.group("sep").equals(".") && number(numbers, "first") != number(numbers, "second2");
    }

    private static Read ofNumbers(Matcher numbers, @Nullable DayOrder order, ZoneId zone, boolean isLast) {
        var separator = numbers.group("sep");
        if (separator.equals("-") && numbers.group("year").length() == 2) {
            return new Read(
                    null, "NOT_A_TIME"); // 26-12-27 begins with the year in some countries, in others with the day
        }
        int first = number(numbers, "first");
        int second = number(numbers, "second2");
        if (isOpen(numbers) && order == null) {
            return new Read(null, "DAY_OR_MONTH");
        }
        return isOpen(numbers) && order == DayOrder.MONTH_FIRST
                ? of(year(numbers), first, second, numbers, zone, isLast)
                : of(year(numbers), second, first, numbers, zone, isLast);
    }

    private static Read of(int year, int month, int day, Matcher matched, ZoneId zone, boolean isLast) {
        var date = LocalDate.of(year, month, day);
        if (year < FIRST_YEAR) {
            return new Read(null, "NOT_A_TIME");
        }
        if (matched.group("hour") == null) {
            return new Read(
                    (isLast ? date.plusDays(1) : date).atStartOfDay(zone).toInstant(), null);
        }
        var half = matched.group("half");
        if (matched.group("minute") == null && half == null) {
            return new Read(null, "NOT_A_TIME");
        }
        return at(date.atTime(time(matched, half)), zone);
    }

    private static Read at(LocalDateTime local, ZoneId zone) {
        var offsets = zone.getRules().getValidOffsets(local);
        if (offsets.size() != 1) {
            return new Read(null, offsets.isEmpty() ? "TIME_SKIPPED" : "TIME_TWICE");
        }
        return new Read(local.toInstant(offsets.get(0)), null);
    }

    private static LocalTime time(Matcher matched, @Nullable String half) {
        int hour = number(matched, "hour");
        if (half != null) {
            if (hour < 1 || hour > 12) {
                throw new DateTimeException("no hour of half a day");
            }
            var isAfternoon = half.startsWith("p") || half.startsWith("i") || half.startsWith("e");
            hour = hour % 12 + (isAfternoon ? 12 : 0);
        }
        return LocalTime.of(hour, matched.group("minute") == null ? 0 : number(matched, "minute"), seconds(matched));
    }

    private static int seconds(Matcher matched) {
        return matched.group("second") == null ? 0 : number(matched, "second");
    }

    private static int year(Matcher matched) {
        int year = number(matched, "year");
        return matched.group("year").length() == 2 ? FIRST_YEAR + year : year;
    }

    private static int number(Matcher matched, String group) {
        return Integer.parseInt(matched.group(group));
    }

    /** Blanks of any kind are one blank, and letters are small. */
    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("[\\p{Z}\\s]+", " ")
                .replaceAll("[\\p{Cf}]", "")
                .strip()
                .toLowerCase(Locale.ROOT);
    }

    private static Pattern pattern(String day) {
        return Pattern.compile(WEEKDAY + day + TIME, Pattern.CASE_INSENSITIVE);
    }

    private static Map<String, Integer> months() {
        var months = new HashMap<String, Integer>();
        for (var language : List.of("en", "fi", "sv")) {
            for (var month : Month.values()) {
                for (var style : TextStyle.values()) {
                    if (style != TextStyle.NARROW && style != TextStyle.NARROW_STANDALONE) {
                        var name = plain(month.getDisplayName(style, Locale.forLanguageTag(language)));
                        months.putIfAbsent(name.replace(".", ""), month.getValue());
                    }
                }
            }
        }
        months.put("sept", 9);
        return months;
    }
}
