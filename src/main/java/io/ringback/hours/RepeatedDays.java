package io.ringback.hours;

import io.ringback.hours.RepeatRule.Frequency;
import io.ringback.hours.RepeatRule.Weekday;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.time.temporal.WeekFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The days that a rule names. A rule goes through periods (a day, week, month or year, as often as it repeats); of each
 * the days that fit all its parts count. Parts that the rule leaves out are those of the first day.
 *
 * <p>The first day counts in any case, as the first one. Without a count, what lies long ago is leapt over.
 */
final class RepeatedDays {

    private static final int DAYS_OF_WEEK = 7;

    private final RepeatRule rule;
    private final LocalDate first;
    private final @Nullable LocalDate last;
    private final ReadingWork work;
    private final WeekFields week;

    private RepeatedDays(RepeatRule rule, LocalDate first, @Nullable LocalDate last, ReadingWork work) {
        this.rule = rule;
        this.first = first;
        this.last = last;
        this.work = work;
        this.week = WeekFields.of(rule.weekStart(), 4);
    }

    /**
     * @param first the day it begins
     * @param last the day it ends, by the clock that it is meant by; null without such an end
     */
    static RepeatedDays of(RepeatRule rule, LocalDate first, @Nullable LocalDate last, ReadingWork work) {
        return new RepeatedDays(rule, first, last, work);
    }

    /** In order, both ends included. */
    List<LocalDate> between(LocalDate from, LocalDate to) {
        var found = new ArrayList<LocalDate>();
        var end = last != null && last.isBefore(to) ? last : to;
        var left = rule.count() == null ? Integer.MAX_VALUE : rule.count();
        if (!first.isAfter(end)) {
            take(first, from, found);
            left--;
        }
        for (long number = rule.count() == null ? periodsBefore(from) : 0; left > 0; number++) {
            var begin = period(number);
            if (begin == null || begin.isAfter(end)) {
                break;
            }
            work.step();
            for (var day : inPeriod(begin)) {
                if (day.isAfter(first) && !day.isAfter(end) && left-- > 0) {
                    take(day, from, found);
                }
            }
        }
        return found;
    }

    private static void take(LocalDate day, LocalDate from, List<LocalDate> found) {
        if (!day.isBefore(from)) {
            found.add(day);
        }
    }

    private long periodsBefore(LocalDate from) {
        var begin = begin();
        return from.isAfter(begin) ? Math.max(0, unit().between(begin, from) / rule.interval() - 1) : 0;
    }

    /** Null for one beyond all calendars. */
    private @Nullable LocalDate period(long number) {
        var units = number * rule.interval();
        var years = unit().getDuration().toDays() * units / 365;
        return years > 9999 ? null : begin().plus(units, unit());
    }

    private LocalDate begin() {
        return switch (rule.frequency()) {
            case DAILY -> first;
            case WEEKLY -> first.with(TemporalAdjusters.previousOrSame(rule.weekStart()));
            case MONTHLY -> first.withDayOfMonth(1);
            case YEARLY -> first.withDayOfYear(1);
        };
    }

    private ChronoUnit unit() {
        return switch (rule.frequency()) {
            case DAILY -> ChronoUnit.DAYS;
            case WEEKLY -> ChronoUnit.WEEKS;
            case MONTHLY -> ChronoUnit.MONTHS;
            case YEARLY -> ChronoUnit.YEARS;
        };
    }

    private List<LocalDate> inPeriod(LocalDate begin) {
        var days = new ArrayList<LocalDate>();
        switch (rule.frequency()) {
            case DAILY -> addFitting(begin, 1, days);
            case WEEKLY -> addFitting(begin, DAYS_OF_WEEK, days);
            case MONTHLY -> addMonth(YearMonth.from(begin), days);
            case YEARLY -> months().forEach(month -> addMonth(YearMonth.of(begin.getYear(), month), days));
        }
        return rule.positions().isEmpty() ? days : atPositions(days);
    }

    /** Of a year only the months that may have a day. */
    private IntStream months() {
        if (!rule.months().isEmpty()) {
            return rule.months().stream().mapToInt(Integer::intValue).sorted();
        }
        return rule.namesNoDay() ? IntStream.of(first.getMonthValue()) : IntStream.rangeClosed(1, 12);
    }

    private void addMonth(YearMonth month, List<LocalDate> days) {
        if (!rule.months().isEmpty() && !rule.months().contains(month.getMonthValue())) {
            return;
        }
        if (!rule.namesNoDay()) {
            addFitting(month.atDay(1), month.lengthOfMonth(), days);
        } else if (month.isValidDay(first.getDayOfMonth())) {
            days.add(month.atDay(first.getDayOfMonth()));
        }
    }

    private void addFitting(LocalDate begin, int length, List<LocalDate> days) {
        for (var day = begin; day.isBefore(begin.plusDays(length)); day = day.plusDays(1)) {
            work.step();
            if (fits(day)) {
                days.add(day);
            }
        }
    }

    private boolean fits(LocalDate day) {
        return (rule.months().isEmpty() || rule.months().contains(day.getMonthValue()))
                && fits(rule.monthDays(), day.getDayOfMonth(), day.lengthOfMonth())
                && fits(rule.yearDays(), day.getDayOfYear(), day.lengthOfYear())
                && (rule.weeks().isEmpty() || fitsWeek(day))
                && fitsWeekday(day);
    }

    /** Whether a place, counted from the beginning or the end, is among those. */
    private static boolean fits(Set<Integer> places, int place, int of) {
        return places.isEmpty() || places.contains(place) || places.contains(place - of - 1);
    }

    private boolean fitsWeek(LocalDate day) {
        var number = day.get(week.weekOfWeekBasedYear());
        var weeks = (int) day.with(week.weekOfWeekBasedYear(), 1)
                .range(week.weekOfWeekBasedYear())
                .getMaximum();
        return fits(rule.weeks(), number, weeks);
    }

    private boolean fitsWeekday(LocalDate day) {
        if (rule.weekdays().isEmpty()) {
            var asFirst = rule.frequency() == Frequency.WEEKLY
                    || !rule.weeks().isEmpty()
                            && rule.yearDays().isEmpty()
                            && rule.monthDays().isEmpty();
            return !asFirst || day.getDayOfWeek() == first.getDayOfWeek();
        }
        return rule.weekdays().stream().anyMatch(weekday -> fits(weekday, day));
    }

    private boolean fits(Weekday weekday, LocalDate day) {
        if (weekday.day() != day.getDayOfWeek()) {
            return false;
        }
        if (weekday.place() == 0) {
            return true;
        }
        var inYear = rule.frequency() == Frequency.YEARLY && rule.months().isEmpty();
        var at = inYear ? day.getDayOfYear() : day.getDayOfMonth();
        var of = inYear ? day.lengthOfYear() : day.lengthOfMonth();
        return weekday.place() > 0
                ? (at - 1) / DAYS_OF_WEEK + 1 == weekday.place()
                : (of - at) / DAYS_OF_WEEK + 1 == -weekday.place();
    }

    private List<LocalDate> atPositions(List<LocalDate> days) {
        return IntStream.range(0, days.size())
                .filter(index -> fits(rule.positions(), index + 1, days.size()))
                .mapToObj(days::get)
                .toList();
    }
}
