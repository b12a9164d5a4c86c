package io.ringback.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringback.platform.problem.InvalidField;
import io.ringback.support.RandomCases;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the time that is asked about is cut into what was counted together. */
class PeriodTest {

    private static final Instant NOW = Instant.parse("2026-11-29T11:07:00Z");

    @Test
    void withoutTimesItIsTheLastThirtyDays() {
        var period = Period.counted(null, null, NOW);

        assertThat(period.from()).isEqualTo("2026-10-30T11:00:00Z");
        assertThat(period.to()).isEqualTo("2026-11-29T11:15:00Z");
    }

    @Test
    void itIsWidenedToWholeQuartersOfAnHour() {
        var period = Period.counted(Instant.parse("2026-11-29T10:15:00Z"), Instant.parse("2026-11-29T10:15:01Z"), NOW);

        assertThat(period).isEqualTo(period("2026-11-29T10:15:00Z", "2026-11-29T10:30:00Z"));
    }

    @Test
    void oneThatEndsBeforeItBeginsIsRefused() {
        assertThatThrownBy(() -> Period.counted(NOW, NOW, NOW)).isInstanceOf(InvalidField.class);
        assertThatThrownBy(() -> Period.counted(NOW.plusSeconds(1), null, NOW)).isInstanceOf(InvalidField.class);
    }

    @Test
    void aYearIsCutIntoMonthsDaysAndQuarters() {
        var slices = period("2025-11-29T11:15:00Z", "2026-11-29T11:15:00Z").slices();

        assertThat(slices)
                .extracting(slice -> "%s %s %s".formatted(slice.grain(), slice.from(), slice.to()))
                .containsExactlyInAnyOrder(
                        "QUARTER 2025-11-29T11:15:00Z 2025-11-30T00:00:00Z",
                        "DAY 2025-11-30T00:00:00Z 2025-12-01T00:00:00Z",
                        "MONTH 2025-12-01T00:00:00Z 2026-11-01T00:00:00Z",
                        "DAY 2026-11-01T00:00:00Z 2026-11-29T00:00:00Z",
                        "QUARTER 2026-11-29T00:00:00Z 2026-11-29T11:15:00Z");
    }

    /** Whatever is asked, its slices lie one behind the other from its beginning to its end. */
    @Test
    void theSlicesAreTheWholePeriodAndNothingElse() {
        RandomCases.each(500, chance -> {
            var from = Grain.QUARTER.floor(Instant.ofEpochSecond(1_600_000_000L + chance.nextInt(200_000_000)));
            var period = new Period(from, from.plus(Duration.ofMinutes(15L * (1 + chance.nextInt(60_000)))));

            var slices = period.slices().stream()
                    .sorted(Comparator.comparing(Period.Slice::from))
                    .toList();

            assertThat(slices.get(0).from()).isEqualTo(period.from());
            assertThat(slices.get(slices.size() - 1).to()).isEqualTo(period.to());
            for (var i = 1; i < slices.size(); i++) {
                assertThat(slices.get(i).from()).isEqualTo(slices.get(i - 1).to());
            }
            assertThat(slices).allSatisfy(slice -> {
                assertThat(slice.grain().floor(slice.from())).isEqualTo(slice.from());
                assertThat(slice.grain().floor(slice.to())).isEqualTo(slice.to());
            });
        });
    }

    /** Days of zones that are half an hour or a quarter off, or 23 hours long, are counted as they are. */
    @ParameterizedTest
    @ValueSource(strings = {"Europe/Helsinki", "Asia/Kolkata", "Asia/Kathmandu", "America/St_Johns", "Pacific/Chatham"})
    void theDaysOfEveryZoneConsistOfQuarters(String zone) {
        for (var day = LocalDate.parse("2026-01-01"); day.getYear() == 2026; day = day.plusDays(1)) {
            var begin = day.atStartOfDay(ZoneId.of(zone)).toInstant();
            var end = day.plusDays(1).atStartOfDay(ZoneId.of(zone)).toInstant();

            assertThat(Period.counted(begin, end, NOW)).isEqualTo(new Period(begin, end));
        }
    }

    private static Period period(String from, String to) {
        return new Period(Instant.parse(from), Instant.parse(to));
    }
}
