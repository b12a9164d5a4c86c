package io.ringback.hours;

import static io.ringback.hours.Weeks.HELSINKI;
import static io.ringback.hours.Weeks.NEW_YORK;
import static io.ringback.hours.Weeks.everyDay;
import static io.ringback.hours.Weeks.helsinki;
import static io.ringback.hours.Weeks.in;
import static io.ringback.hours.Weeks.newYork;
import static io.ringback.hours.Weeks.openMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/**
 * Helsinki puts its clocks from 03:00 to 04:00 on 2026-03-29, and from 04:00 to 03:00 on 2026-10-25; New York from 02:00
 * to 03:00 on 2026-03-08, and from 02:00 to 01:00 on 2026-11-01.
 */
class ClockChangesTest {

    @Test
    void officeHoursKeepTheirClockTimeOnBothSidesOfAChange() {
        var daily = in(HELSINKI, everyDay("08:00", "16:00"));

        assertThat(daily.nextOpening(helsinki("2026-03-28T16:00"))).contains(Instant.parse("2026-03-29T05:00:00Z"));
        assertThat(daily.nextOpening(helsinki("2026-03-27T16:00"))).contains(Instant.parse("2026-03-28T06:00:00Z"));
        assertThat(daily.nextOpening(helsinki("2026-10-24T16:00"))).contains(Instant.parse("2026-10-25T06:00:00Z"));
        assertThat(daily.nextOpening(helsinki("2026-10-23T16:00"))).contains(Instant.parse("2026-10-24T05:00:00Z"));
    }

    @Test
    void aNightOverTheSpringChangeIsAnHourShorter() {
        var nights = in(HELSINKI, everyDay("22:00", "06:00"));

        var opening = nights.openingFrom(helsinki("2026-03-28T22:00")).orElseThrow();

        assertThat(opening.until()).isEqualTo(helsinki("2026-03-29T06:00"));
        assertThat(Duration.between(opening.from(), opening.until())).isEqualTo(Duration.ofHours(7));
    }

    @Test
    void aNightOverTheAutumnChangeIsAnHourLonger() {
        var nights = in(HELSINKI, everyDay("22:00", "06:00"));

        var opening = nights.openingFrom(helsinki("2026-10-24T22:00")).orElseThrow();

        assertThat(opening.until()).isEqualTo(helsinki("2026-10-25T06:00"));
        assertThat(Duration.between(opening.from(), opening.until())).isEqualTo(Duration.ofHours(9));
    }

    @Test
    void anHourThatDoesNotComeIsTheMomentOfTheChange() {
        var opensInTheGap = in(HELSINKI, everyDay("03:30", "06:00"));
        var closesInTheGap = in(HELSINKI, everyDay("01:00", "03:30"));
        var insideTheGap = in(HELSINKI, everyDay("03:10", "03:50"));
        var change = Instant.parse("2026-03-29T01:00:00Z");

        assertThat(opensInTheGap.nextOpening(helsinki("2026-03-29T00:00"))).contains(change);
        assertThat(closesInTheGap.openUntil(helsinki("2026-03-29T02:00"))).contains(change);
        assertThat(openMinutes(insideTheGap, LocalDate.of(2026, 3, 29), HELSINKI))
                .isZero();
        assertThat(openMinutes(insideTheGap, LocalDate.of(2026, 3, 30), HELSINKI))
                .isEqualTo(40);
    }

    @Test
    void anHourThatComesTwiceIsTheFirst() {
        var opensInIt = in(HELSINKI, everyDay("03:30", "06:00"));
        var closesInIt = in(HELSINKI, everyDay("01:00", "03:30"));
        var insideIt = in(HELSINKI, everyDay("03:10", "03:50"));
        var firstHalfPastThree = Instant.parse("2026-10-25T00:30:00Z");

        assertThat(opensInIt.nextOpening(helsinki("2026-10-25T00:00"))).contains(firstHalfPastThree);
        assertThat(closesInIt.openUntil(helsinki("2026-10-25T02:00"))).contains(firstHalfPastThree);
        assertThat(openMinutes(insideIt, LocalDate.of(2026, 10, 25), HELSINKI)).isEqualTo(40);
    }

    @Test
    void wholeDaysStayWholeOverBothChanges() {
        var always = in(HELSINKI, everyDay("00:00", "00:00"));

        assertThat(openMinutes(always, LocalDate.of(2026, 3, 29), HELSINKI)).isEqualTo(23 * 60);
        assertThat(openMinutes(always, LocalDate.of(2026, 10, 25), HELSINKI)).isEqualTo(25 * 60);
    }

    @Test
    void newYorkChangesOnOtherDaysAndAtAnotherHour() {
        var nights = in(NEW_YORK, everyDay("20:00", "04:00"));
        var spring = nights.openingFrom(newYork("2026-03-07T20:00")).orElseThrow();
        var autumn = nights.openingFrom(newYork("2026-10-31T20:00")).orElseThrow();

        assertThat(Duration.between(spring.from(), spring.until())).isEqualTo(Duration.ofHours(7));
        assertThat(Duration.between(autumn.from(), autumn.until())).isEqualTo(Duration.ofHours(9));
        assertThat(in(NEW_YORK, everyDay("02:30", "08:00")).nextOpening(newYork("2026-03-08T00:00")))
                .contains(Instant.parse("2026-03-08T07:00:00Z"));
        assertThat(in(NEW_YORK, everyDay("01:30", "08:00")).nextOpening(newYork("2026-11-01T00:00")))
                .contains(Instant.parse("2026-11-01T05:30:00Z"));
    }

    @Test
    void aClosedDayOfAChangeIsClosedForAllOfIt() {
        var nights = in(HELSINKI, everyDay("22:00", "06:00"), "2026-10-25");

        assertThat(openMinutes(nights, LocalDate.of(2026, 10, 25), HELSINKI)).isZero();
        assertThat(nights.nextOpening(helsinki("2026-10-25T00:00"))).contains(helsinki("2026-10-26T00:00"));
    }

    @Test
    void aDayWithoutMidnightBeginsWhenItsClocksBegin() {
        var beirut = ZoneId.of("Asia/Beirut");
        var daily = in(beirut, everyDay("00:00", "08:00"));
        var firstMoment = LocalDate.of(2026, 3, 29).atStartOfDay(beirut).toInstant();

        assertThat(daily.nextOpening(firstMoment.minusSeconds(60))).contains(firstMoment);
    }

    @Test
    void pausedTimeIsRealTimeOverAChange() {
        var nights = in(HELSINKI, everyDay("22:00", "06:00"));

        assertThat(nights.plusOpen(helsinki("2026-03-28T22:00"), Duration.ofHours(8)))
                .as("seven hours of that night and one of the next")
                .isEqualTo(helsinki("2026-03-29T23:00"));
    }
}
