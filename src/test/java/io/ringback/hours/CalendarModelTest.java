package io.ringback.hours;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.support.RandomCases;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Searches of made-up calendars find what a walk over every quarter of an hour finds, also where clocks change. */
class CalendarModelTest {

    /** Those whose clocks change at midnight, by half an hour or not at all are among them. */
    private static final List<ZoneId> ZONES = List.of(
            Weeks.HELSINKI,
            Weeks.NEW_YORK,
            ZoneId.of("Australia/Lord_Howe"),
            ZoneId.of("America/Havana"),
            ZoneId.of("Africa/Cairo"),
            ZoneId.of("Pacific/Chatham"),
            ZoneId.of("Asia/Kathmandu"),
            ZoneId.of("UTC"));

    /** From each the clocks of some of the zones change within a month. */
    private static final List<LocalDate> STARTS = List.of(
            LocalDate.parse("2026-03-01"),
            LocalDate.parse("2026-03-20"),
            LocalDate.parse("2026-09-25"),
            LocalDate.parse("2026-10-20"),
            LocalDate.parse("2026-12-20"));

    @Test
    void oneCalendarIsOpenWhenItsHoursSay() {
        RandomCases.each(150, random -> {
            var start = one(random, STARTS);
            var week = week(random, one(random, ZONES), start);

            check(random, week.calendar(), week.quarters(start), start, week.toString());
        });
    }

    @Test
    void severalCalendarsAreOpenTogetherWhenEachIs() {
        RandomCases.each(75, random -> {
            var start = one(random, STARTS);
            var one = week(random, one(random, ZONES), start);
            var other = week(random, one(random, ZONES), start);
            var both = one.quarters(start).and(other.quarters(start));

            check(
                    random,
                    new CommonCalendar(List.of(one.calendar(), other.calendar())),
                    both,
                    start,
                    one + " and " + other);
        });
    }

    private static void check(
            Random random, OpeningCalendar calendar, QuarterHours model, LocalDate start, String week) {
        for (int i = 0; i < 20; i++) {
            var at = QuarterHours.start(start)
                    .plusSeconds(random.nextInt((int) Duration.ofDays(20).toSeconds()));
            var what = "%s at %s".formatted(week, at);

            assertThat(calendar.isOpen(at)).as(what).isEqualTo(model.isOpen(at));
            if (model.nextOpening(at).isPresent()) {
                assertThat(calendar.nextOpening(at)).as(what).isEqualTo(model.nextOpening(at));
            }
            if (model.isOpen(at) && model.openUntil(at).isPresent()) {
                assertThat(calendar.openUntil(at)).as(what).isEqualTo(model.openUntil(at));
            }
            var open = Duration.ofSeconds(1L + random.nextInt(60 * 60 * 30));
            model.plusOpen(at, open)
                    .ifPresent(enough -> assertThat(calendar.plusOpen(at, open))
                            .as("%s and %s", what, open)
                            .isEqualTo(enough));
            var before = at.plusSeconds(random.nextInt(60 * 60 * 24 * 5));
            assertThat(calendar.lastOpenBetween(at, before))
                    .as("%s before %s", what, before)
                    .isEqualTo(model.lastOpenBetween(at, before));
        }
    }

    private static Week week(Random random, ZoneId zone, LocalDate start) {
        var times = new ArrayList<OpenTime>();
        for (int i = random.nextInt(9); i >= 0; i--) {
            times.add(new OpenTime(DayOfWeek.of(1 + random.nextInt(7)), quarter(random), quarter(random)));
        }
        var closed = new HashSet<LocalDate>();
        for (int i = random.nextInt(6); i > 0; i--) {
            closed.add(start.plusDays(random.nextInt(30)));
        }
        return new Week(times, zone, closed);
    }

    private static LocalTime quarter(Random random) {
        return LocalTime.MIDNIGHT.plusMinutes(15L * random.nextInt(96));
    }

    private static <T> T one(Random random, List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private record Week(List<OpenTime> times, ZoneId zone, Set<LocalDate> closed) {

        OpeningCalendar calendar() {
            return new WeeklyCalendar(times, zone, closed::contains);
        }

        QuarterHours quarters(LocalDate start) {
            var quarters = new QuarterHours(start);
            for (var date = start.minusDays(3);
                    date.isBefore(start.plusDays(QuarterHours.DAYS));
                    date = date.plusDays(1)) {
                for (var time : times) {
                    if (time.day() == date.getDayOfWeek()) {
                        var end = time.to().isAfter(time.from()) ? date : date.plusDays(1);
                        quarters.open(moment(date, time.from()), moment(end, time.to()));
                    }
                }
            }
            closed.forEach(date -> quarters.close(
                    date.atStartOfDay(zone).toInstant(),
                    date.plusDays(1).atStartOfDay(zone).toInstant()));
            return quarters;
        }

        /** Of a time that does not come, when the clocks leave it out; of one that comes twice, the first. */
        private Instant moment(LocalDate date, LocalTime time) {
            var wanted = date.atTime(time);
            var offsets = zone.getRules().getValidOffsets(wanted);
            return offsets.isEmpty()
                    ? zone.getRules().getTransition(wanted).getInstant()
                    : wanted.toInstant(offsets.get(0));
        }

        @Override
        public String toString() {
            return "%s in %s but %s".formatted(times, zone, closed);
        }
    }
}
