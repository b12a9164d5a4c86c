package io.ringback.office.board;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.office.ClockHours;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No moment is missing from the hours of a chart, however the clocks of a zone are changed. */
class ClockHoursTest {

    /** Around a change, minute by minute. */
    @ParameterizedTest
    @CsvSource({
        "Australia/Lord_Howe, 2026-04-04T15:00:00Z",
        "Australia/Lord_Howe, 2026-10-03T15:30:00Z",
        "Antarctica/Troll, 2026-03-29T01:00:00Z",
        "Antarctica/Troll, 2026-10-25T01:00:00Z",
        "Africa/Casablanca, 2026-02-15T02:00:00Z",
        "Africa/Casablanca, 2026-03-22T02:00:00Z",
        "Europe/Helsinki, 2026-03-29T01:00:00Z",
        "Europe/Helsinki, 2026-10-25T01:00:00Z",
        "Africa/Cairo, 2026-04-23T22:00:00Z",
        "America/St_Johns, 2006-10-29T02:31:00Z",
        "Asia/Pyongyang, 2018-05-04T15:00:00Z",
        "America/Caracas, 2016-05-01T07:00:00Z",
        "Asia/Kathmandu, 1985-12-31T18:30:00Z",
        "Africa/Monrovia, 1972-01-07T00:44:30Z",
        "Pacific/Apia, 2011-12-30T10:00:00Z"
    })
    void hoursFollowEachOtherWithoutAGap(String name, Instant change) {
        var zone = ZoneId.of(name);

        for (int minute = -120; minute <= 26 * 60; minute += 5) {
            var now = change.plusSeconds(60L * minute);
            var bounds = ChartTimes.hours(now, zone).bounds();

            assertThat(bounds).as("at " + now).hasSize(25).isSorted().doesNotHaveDuplicates();
            assertThat(bounds.get(23)).as("at " + now).isBeforeOrEqualTo(now);
            assertThat(bounds.get(24)).as("at " + now).isAfter(now);
            assertThat(IntStream.range(0, 24)
                            .mapToObj(hour -> Duration.between(bounds.get(hour), bounds.get(hour + 1))))
                    .allMatch(length -> length.compareTo(Duration.ofHours(1)) <= 0);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-04-04T15:00:00Z", "2026-04-04T15:10:00Z", "2026-04-04T15:29:59Z"})
    void theHalfHourThatComesTwiceIsInTheChart(Instant now) {
        var bounds = ChartTimes.hours(now, ZoneId.of("Australia/Lord_Howe")).bounds();

        assertThat(bounds.subList(22, 25))
                .containsExactly(
                        Instant.parse("2026-04-04T14:00:00Z"),
                        Instant.parse("2026-04-04T15:00:00Z"),
                        Instant.parse("2026-04-04T15:30:00Z"));
    }

    @ParameterizedTest
    @CsvSource({
        "Europe/Helsinki, 2026-10-25T00:00:00Z, true",
        "Europe/Helsinki, 2026-10-25T01:00:00Z, true",
        "Europe/Helsinki, 2026-10-25T02:00:00Z, false",
        "Europe/Helsinki, 2026-10-24T23:00:00Z, false",
        "Australia/Lord_Howe, 2026-04-04T14:00:00Z, false",
        "Australia/Lord_Howe, 2026-04-04T15:00:00Z, true",
        "Antarctica/Troll, 2026-10-24T23:00:00Z, true",
        "Antarctica/Troll, 2026-10-25T02:00:00Z, true",
        "Antarctica/Troll, 2026-10-25T03:00:00Z, false"
    })
    void anHourThatComesTwiceIsKnown(String zone, Instant moment, boolean twice) {
        assertThat(ClockHours.comesTwice(moment, ZoneId.of(zone))).isEqualTo(twice);
    }
}
