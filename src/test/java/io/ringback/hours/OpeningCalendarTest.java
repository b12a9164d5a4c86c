package io.ringback.hours;

import static io.ringback.hours.Weeks.helsinki;
import static io.ringback.hours.Weeks.in;
import static io.ringback.hours.Weeks.office;
import static io.ringback.hours.Weeks.time;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Openings of a week, far from any change of the clocks. 2026-03-02 is a Monday. */
class OpeningCalendarTest {

    private final OpeningCalendar office = in(Weeks.HELSINKI, office());

    @Test
    void isOpenFromTheFirstMomentToTheLastButNotAtClosing() {
        assertThat(office.isOpen(helsinki("2026-03-02T08:00"))).isTrue();
        assertThat(office.isOpen(helsinki("2026-03-02T15:59:59"))).isTrue();
        assertThat(office.isOpen(helsinki("2026-03-02T16:00"))).isFalse();
        assertThat(office.isOpen(helsinki("2026-03-02T07:59:59"))).isFalse();
        assertThat(office.isOpen(helsinki("2026-03-07T12:00"))).as("Saturday").isFalse();
    }

    @Test
    void opensNextAtOnceWhenOpenAndElseOnTheNextDayWithHours() {
        var noon = helsinki("2026-03-02T12:00");

        assertThat(office.nextOpening(noon)).contains(noon);
        assertThat(office.nextOpening(helsinki("2026-03-06T16:00"))).contains(helsinki("2026-03-09T08:00"));
    }

    @Test
    void tellsWhenItClosesOnlyWhileItIsOpen() {
        assertThat(office.openUntil(helsinki("2026-03-02T12:00"))).contains(helsinki("2026-03-02T16:00"));
        assertThat(office.openUntil(helsinki("2026-03-02T16:00"))).isEmpty();
        assertThat(OpeningCalendar.ALWAYS.openUntil(Instant.EPOCH)).isEmpty();
    }

    @Test
    void aDayMayHaveSeveralOpenings() {
        var split = in(
                Weeks.HELSINKI,
                List.of(time(DayOfWeek.MONDAY, "13:00", "17:00"), time(DayOfWeek.MONDAY, "08:00", "12:00")));

        assertThat(split.openUntil(helsinki("2026-03-02T09:00"))).contains(helsinki("2026-03-02T12:00"));
        assertThat(split.nextOpening(helsinki("2026-03-02T12:00"))).contains(helsinki("2026-03-02T13:00"));
    }

    @Test
    void openingsThatTouchAreOne() {
        var touching = in(
                Weeks.HELSINKI,
                List.of(
                        time(DayOfWeek.MONDAY, "08:00", "12:00"),
                        time(DayOfWeek.MONDAY, "12:00", "00:00"),
                        time(DayOfWeek.TUESDAY, "00:00", "06:00")));

        assertThat(touching.openUntil(helsinki("2026-03-02T09:00"))).contains(helsinki("2026-03-03T06:00"));
    }

    @Test
    void hoursMayCrossMidnight() {
        var nights = in(Weeks.HELSINKI, List.of(time(DayOfWeek.SUNDAY, "22:00", "06:00")));

        assertThat(nights.isOpen(helsinki("2026-03-09T01:00"))).as("Monday").isTrue();
        assertThat(nights.openUntil(helsinki("2026-03-09T01:00"))).contains(helsinki("2026-03-09T06:00"));
        assertThat(nights.isOpen(helsinki("2026-03-08T01:00"))).as("Sunday").isFalse();
    }

    @Test
    void everyWholeDayIsAlwaysOpen() {
        var always = in(Weeks.HELSINKI, Weeks.everyDay("00:00", "00:00"));
        var at = helsinki("2026-03-02T12:00");

        assertThat(always.openingFrom(at)).contains(new Opening(at, null));
    }

    @Test
    void aWholeDayEndsAtMidnight() {
        var monday = in(Weeks.HELSINKI, List.of(time(DayOfWeek.MONDAY, "00:00", "00:00")));

        assertThat(monday.openingFrom(helsinki("2026-03-01T12:00")))
                .contains(new Opening(helsinki("2026-03-02T00:00"), helsinki("2026-03-03T00:00")));
    }

    @Test
    void aClosedDayIsClosedFromMidnightToMidnight() {
        var nights = in(Weeks.HELSINKI, Weeks.everyDay("20:00", "06:00"), "2026-03-03");

        assertThat(nights.openUntil(helsinki("2026-03-02T21:00")))
                .as("the night before ends at midnight")
                .contains(helsinki("2026-03-03T00:00"));
        assertThat(nights.nextOpening(helsinki("2026-03-03T00:00")))
                .as("the night of the closed day begins at midnight")
                .contains(helsinki("2026-03-04T00:00"));
        assertThat(nights.openUntil(helsinki("2026-03-04T00:00"))).contains(helsinki("2026-03-04T06:00"));
    }

    @Test
    void whatIsClosedForMoreThanAYearNeverOpens() {
        var never = new WeeklyCalendar(office(), Weeks.HELSINKI, date -> true);
        var noHours = in(Weeks.HELSINKI, List.of());

        assertThat(never.openingFrom(helsinki("2026-03-02T12:00"))).isEmpty();
        assertThat(noHours.openingFrom(helsinki("2026-03-02T12:00"))).isEmpty();
        assertThat(never.plusOpen(helsinki("2026-03-02T12:00"), Duration.ofHours(1)))
                .isEqualTo(helsinki("2026-03-02T12:00").plus(OpeningCalendar.LONGEST_PAUSED));
    }

    @Test
    void onlyOpenTimeIsAdded() {
        assertThat(office.plusOpen(helsinki("2026-03-06T15:00"), Duration.ofHours(2)))
                .isEqualTo(helsinki("2026-03-09T09:00"));
        assertThat(office.plusOpen(helsinki("2026-03-07T12:00"), Duration.ofMinutes(1)))
                .isEqualTo(helsinki("2026-03-09T08:01"));
        assertThat(office.plusOpen(helsinki("2026-03-02T15:00"), Duration.ofHours(1)))
                .as("the last moment of a day, not the first of the next")
                .isEqualTo(helsinki("2026-03-02T16:00"));
        assertThat(OpeningCalendar.ALWAYS.plusOpen(Instant.EPOCH, Duration.ofHours(1)))
                .isEqualTo(Instant.EPOCH.plusSeconds(3600));
    }

    @Test
    void findsTheLastClosingBeforeAMoment() {
        var friday = helsinki("2026-03-06T12:00");

        assertThat(office.lastOpenBetween(friday, helsinki("2026-03-08T12:00"))).contains(helsinki("2026-03-06T16:00"));
        assertThat(office.lastOpenBetween(friday, helsinki("2026-03-09T10:00")))
                .as("while it is open, the moment itself")
                .contains(helsinki("2026-03-09T10:00"));
        assertThat(office.lastOpenBetween(helsinki("2026-03-06T16:00"), helsinki("2026-03-09T08:00")))
                .isEmpty();
    }

    @Test
    void overlapsAreSeenAlsoAcrossTheEndOfTheWeek() {
        var sundayNight = time(DayOfWeek.SUNDAY, "22:00", "06:00");

        assertThat(sundayNight.overlaps(time(DayOfWeek.MONDAY, "05:00", "08:00")))
                .isTrue();
        assertThat(time(DayOfWeek.MONDAY, "05:00", "08:00").overlaps(sundayNight))
                .isTrue();
        assertThat(sundayNight.overlaps(time(DayOfWeek.MONDAY, "06:00", "08:00")))
                .isFalse();
    }
}
