package io.ringback.hours;

import static io.ringback.hours.Weeks.HELSINKI;
import static io.ringback.hours.Weeks.helsinki;
import static io.ringback.hours.Weeks.newYork;
import static io.ringback.hours.Weeks.office;
import static io.ringback.hours.Weeks.settings;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Holidays, closed days, the callers' own zones and what a pause does to the expiry. */
class CallingHoursTest {

    private static final String FINNISH = "+358401234567";
    private static final String OF_NEW_YORK = "+12125550123";
    private static final String OF_FRANCE = "+33612345678";
    private static final String RUSSIAN_MOBILE = "+79161234567";
    private static final String SATELLITE = "+870773111632";

    @Test
    void holidaysAreClosedAsTheRegionKeepsThem() {
        var hours = CallingHours.of(withHolidays(null), HELSINKI, "FI");

        assertThat(hours.calendar().nextOpening(helsinki("2026-12-24T16:00")))
                .as("Friday is Christmas Day, and the weekend follows")
                .contains(helsinki("2026-12-28T08:00"));
        assertThat(hours.calendar().isOpen(helsinki("2026-12-07T10:00"))).isTrue();
        assertThat(CallingHours.of(settings(office()), HELSINKI, "FI")
                        .calendar()
                        .isOpen(helsinki("2026-12-25T10:00")))
                .as("holidays not kept")
                .isTrue();
    }

    @Test
    void holidaysHaveNamesInTheLanguageOfTheReader() {
        var holidays = Holidays.of("FI", null).from(LocalDate.of(2026, 12, 1), 31, Locale.ENGLISH);

        assertThat(holidays)
                .contains(
                        new ClosedDay(LocalDate.of(2026, 12, 6), "Independence Day"),
                        new ClosedDay(LocalDate.of(2026, 12, 25), "Christmas"));
    }

    @Test
    void aPartOfARegionHasHolidaysOfItsOwn() {
        var epiphany = LocalDate.of(2026, 1, 6);

        assertThat(Holidays.subRegions("DE", Locale.ENGLISH)).containsKeys("by", "be");
        assertThat(Holidays.of("DE", "by").isHoliday(epiphany)).isTrue();
        assertThat(Holidays.of("DE", "be").isHoliday(epiphany)).isFalse();
        assertThat(Holidays.of("DE", "no-such").isHoliday(epiphany)).isFalse();
    }

    @Test
    void aRegionWithoutKnownHolidaysHasNone() {
        assertThat(Holidays.isKnown("AQ")).isFalse();
        assertThat(Holidays.of("AQ", null).isHoliday(LocalDate.of(2026, 12, 25)))
                .isFalse();
    }

    @Test
    void ownClosedDaysAreClosed() {
        var closed = settings(office()).closedOn(List.of(new ClosedDay(LocalDate.of(2026, 3, 3), "Stocktaking")));

        var hours = CallingHours.of(closed, HELSINKI, "FI");

        assertThat(hours.calendar().nextOpening(helsinki("2026-03-02T16:00"))).contains(helsinki("2026-03-04T08:00"));
    }

    @Test
    void aCallerElsewhereIsCalledWhenItIsOpenInBothPlaces() {
        var hours = inCallersZone();

        var opening = hours.forCaller(OF_FRANCE)
                .openingFrom(helsinki("2026-03-02T00:00"))
                .orElseThrow();

        assertThat(opening).isEqualTo(new Opening(helsinki("2026-03-02T09:00"), helsinki("2026-03-02T16:00")));
        assertThat(hours.forCaller(FINNISH).nextOpening(helsinki("2026-03-02T00:00")))
                .contains(helsinki("2026-03-02T08:00"));
    }

    @Test
    void bothZonesChangeTheirClocksOnTheirOwnDays() {
        var hours = inCallersZone();
        var toNewYork = hours.forCaller(OF_NEW_YORK);

        assertThat(toNewYork.openingFrom(helsinki("2026-03-02T00:00")))
                .as("seven hours apart: 8 o’clock there is 15 o’clock here")
                .contains(new Opening(newYork("2026-03-02T08:00"), helsinki("2026-03-02T16:00")));
        assertThat(toNewYork.openingFrom(helsinki("2026-03-09T00:00")))
                .as("six hours apart while only New York has changed")
                .contains(new Opening(newYork("2026-03-09T08:00"), helsinki("2026-03-09T16:00")));
        assertThat(newYork("2026-03-09T08:00")).isEqualTo(helsinki("2026-03-09T14:00"));
    }

    @Test
    void aNumberThatFitsManyZonesWithoutACommonHourCountsByTheListAlone() {
        var hours = inCallersZone();

        assertThat(hours.forCaller(RUSSIAN_MOBILE).nextOpening(helsinki("2026-03-02T00:00")))
                .contains(helsinki("2026-03-02T08:00"));
        assertThat(hours.forCaller(SATELLITE).nextOpening(helsinki("2026-03-02T00:00")))
                .contains(helsinki("2026-03-02T08:00"));
    }

    @Test
    void withoutTheChoiceTheCallersZoneDoesNotMatter() {
        var hours = CallingHours.of(settings(office()), HELSINKI, "FI");

        assertThat(hours.forCaller(OF_NEW_YORK)).isSameAs(hours.calendar());
    }

    @Test
    void expiryCountsOnOrPauses() {
        var friday = helsinki("2026-03-06T15:00");
        var countsOn = CallingHours.of(settings(office()), HELSINKI, "FI");
        var pauses = CallingHours.of(
                new HoursSettings(office(), false, null, List.of(), ExpiryRule.PAUSES, false), HELSINKI, "FI");

        assertThat(countsOn.expiry(friday, Duration.ofHours(2), countsOn.calendar()))
                .isEqualTo(helsinki("2026-03-06T17:00"));
        assertThat(pauses.expiry(friday, Duration.ofHours(2), pauses.calendar()))
                .isEqualTo(helsinki("2026-03-09T09:00"));
        assertThat(CallingHours.ALWAYS.expiry(friday, Duration.ofHours(2), OpeningCalendar.ALWAYS))
                .isEqualTo(helsinki("2026-03-06T17:00"));
    }

    private static CallingHours inCallersZone() {
        return CallingHours.of(
                new HoursSettings(office(), false, null, List.of(), ExpiryRule.COUNTS_ON, true), HELSINKI, "FI");
    }

    private static HoursSettings withHolidays(@Nullable String subRegion) {
        return new HoursSettings(office(), true, subRegion, List.of(), ExpiryRule.COUNTS_ON, false);
    }
}
