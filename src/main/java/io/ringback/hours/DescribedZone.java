package io.ringback.hours;

import io.ringback.hours.ImportedDays.Reason;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * A time zone as a calendar file describes it (VTIMEZONE): the offset is the one of the last change before a moment, and
 * before the first change the one that was valid until then.
 */
final class DescribedZone implements WallClock {

    private static final Pattern OFFSET = Pattern.compile("([+-])(\\d{2})(\\d{2})(\\d{2})?");

    private final List<Change> changes;
    private final ReadingWork work;
    private final Map<Integer, TreeMap<Instant, Change>> years = new HashMap<>();

    private DescribedZone(List<Change> changes, ReadingWork work) {
        this.changes = changes;
        this.work = work;
    }

    /** @throws SkippedEvent when the description cannot be read */
    static WallClock of(CalendarComponent description, ReadingWork work) {
        var changes = new ArrayList<Change>();
        for (var kind : List.of("STANDARD", "DAYLIGHT")) {
            description.parts(kind).forEach(part -> changes.add(change(part)));
        }
        if (changes.isEmpty() || description.isBroken()) {
            throw unknown();
        }
        return new DescribedZone(changes, work);
    }

    @Override
    public LocalDateTime at(Instant moment) {
        var year = LocalDate.ofInstant(moment, ZoneOffset.UTC).getYear();
        var onsets = years.computeIfAbsent(year, this::onsets);
        var last = onsets.floorEntry(moment);
        var offset = last != null
                ? last.getValue().to()
                : onsets.firstEntry().getValue().from();
        return LocalDateTime.ofInstant(moment, offset);
    }

    /** The changes that may be the last ones before a moment of this year, or the first ones after it. */
    private TreeMap<Instant, Change> onsets(int year) {
        var onsets = new TreeMap<Instant, Change>();
        for (var change : changes) {
            for (var day : change.days(LocalDate.of(year, 12, 31), work)) {
                onsets.put(day.atTime(change.begin().toLocalTime()).toInstant(change.from()), change);
            }
        }
        return onsets;
    }

    private static Change change(CalendarComponent part) {
        var begin = part.first("DTSTART").map(CalendarTime::of).orElseThrow(DescribedZone::unknown);
        return new Change(
                begin.local(),
                offset(part, "TZOFFSETFROM"),
                offset(part, "TZOFFSETTO"),
                part.all("RRULE").stream()
                        .map(rule -> RepeatRule.of(rule.value()))
                        .toList(),
                CalendarTime.all(part.all("RDATE")).stream()
                        .map(span -> span.begin().date())
                        .toList());
    }

    private static ZoneOffset offset(CalendarComponent part, String property) {
        var found = OFFSET.matcher(
                part.first(property).map(line -> line.value().strip()).orElse(""));
        if (!found.matches()) {
            throw unknown();
        }
        try {
            var sign = found.group(1).equals("-") ? -1 : 1;
            return ZoneOffset.ofHoursMinutesSeconds(
                    sign * Integer.parseInt(found.group(2)),
                    sign * Integer.parseInt(found.group(3)),
                    found.group(4) == null ? 0 : sign * Integer.parseInt(found.group(4)));
        } catch (DateTimeException impossible) {
            throw unknown();
        }
    }

    private static SkippedEvent unknown() {
        return new SkippedEvent(Reason.UNKNOWN_ZONE);
    }

    private record Change(
            LocalDateTime begin, ZoneOffset from, ZoneOffset to, List<RepeatRule> rules, List<LocalDate> dates) {

        /** Of the three years before this day; of a rule that ended earlier the last ones, since they may be valid yet. */
        TreeSet<LocalDate> days(LocalDate last, ReadingWork work) {
            var days = new TreeSet<>(dates);
            days.add(begin.toLocalDate());
            for (var rule : rules) {
                var until = rule.lastDay(time -> time.at(WallClock.of(from)).toLocalDate());
                var to = until == null || until.isAfter(last) ? last : until;
                days.addAll(
                        RepeatedDays.of(rule, begin.toLocalDate(), until, work).between(to.minusYears(3), to));
            }
            return days;
        }
    }
}
