package io.ringback.office.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** The times of the charts go by the clocks of the list, also on the days when they change. */
class ChartTimesTest {

    private static final ZoneId HELSINKI = ZoneId.of("Europe/Helsinki");

    @Test
    void aDayInSpringHas23Hours() {
        var days =
                ChartTimes.days(Instant.parse("2026-03-30T09:00:00Z"), HELSINKI).bounds();

        assertThat(days).hasSize(15);
        assertThat(days.get(12)).isEqualTo(Instant.parse("2026-03-28T22:00:00Z"));
        assertThat(days.get(13)).isEqualTo(Instant.parse("2026-03-29T21:00:00Z"));
        assertThat(days.get(14)).isEqualTo(Instant.parse("2026-03-30T21:00:00Z"));
    }

    @Test
    void aDayInAutumnHas25Hours() {
        var days =
                ChartTimes.days(Instant.parse("2026-10-25T12:00:00Z"), HELSINKI).bounds();

        assertThat(Duration.between(days.get(13), days.get(14))).isEqualTo(Duration.ofHours(25));
    }

    @Test
    void hoursAreOfOneHourAlsoWhenTheClocksArePutBack() {
        var hours = ChartTimes.hours(Instant.parse("2026-10-25T02:30:00Z"), HELSINKI)
                .bounds();

        assertThat(hours).hasSize(25);
        assertThat(hours.get(23)).isEqualTo(Instant.parse("2026-10-25T02:00:00Z"));
        for (int i = 0; i < 24; i++) {
            assertThat(Duration.between(hours.get(i), hours.get(i + 1))).isEqualTo(Duration.ofHours(1));
        }
    }

    @Test
    void hoursOfAZoneAtHalfAnHourBeginByItsClocks() {
        var hours = ChartTimes.hours(Instant.parse("2026-03-02T08:10:00Z"), ZoneId.of("Asia/Kolkata"))
                .bounds();

        assertThat(hours.get(24)).isEqualTo(Instant.parse("2026-03-02T08:30:00Z"));
    }

    @Test
    void midnightIsWhereTheDayBeginsWhenTheClocksSkipIt() {
        var midnight = Boards.midnight(Instant.parse("2026-04-24T09:00:00Z"), ZoneId.of("Africa/Cairo"));

        assertThat(midnight).isEqualTo(Instant.parse("2026-04-23T22:00:00Z"));
    }
}
