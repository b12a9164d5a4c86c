package io.ringback.hours;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whole days that an event lasts, and when it does so again.
 *
 * @param length in days
 * @param exceptions rules for days on which it does not take place
 * @param without days on which it does not take place
 * @param lastDay of a rule, by the clock of the event
 */
record EventDays(
        LocalDate first,
        int length,
        List<RepeatRule> rules,
        List<RepeatRule> exceptions,
        List<Further> further,
        Set<LocalDate> without,
        Function<RepeatRule, @Nullable LocalDate> lastDay) {

    /** @param length in days; 0 for that of the event */
    record Further(LocalDate day, int length) {}

    int longest() {
        return Stream.concat(Stream.of(length), further.stream().map(Further::length))
                .max(Comparator.naturalOrder())
                .orElse(length);
    }

    /** The days it begins on, with its length then, in order; exceptions are not taken out. */
    TreeMap<LocalDate, Integer> beginnings(LocalDate from, LocalDate to, ReadingWork work) {
        var found = new TreeMap<LocalDate, Integer>();
        further.forEach(each -> {
            work.step();
            add(found, each.day(), each.length() == 0 ? length : each.length(), from, to);
        });
        if (rules.isEmpty()) {
            add(found, first, length, from, to);
        }
        for (var rule : rules) {
            RepeatedDays.of(rule, first, lastDay.apply(rule), work)
                    .between(from, to)
                    .forEach(day -> add(found, day, length, from, to));
        }
        return found;
    }

    /** The days on which it would begin but for an exception. */
    Set<LocalDate> exceptions(LocalDate from, LocalDate to, ReadingWork work) {
        var found = new HashSet<>(without);
        for (var rule : exceptions) {
            found.addAll(RepeatedDays.of(rule, first, lastDay.apply(rule), work).between(from, to));
        }
        return found;
    }

    private static void add(
            TreeMap<LocalDate, Integer> found, LocalDate day, int length, LocalDate from, LocalDate to) {
        if (!day.isBefore(from) && !day.isAfter(to)) {
            found.merge(day, length, Math::max);
        }
    }
}
