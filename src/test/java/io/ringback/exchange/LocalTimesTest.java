package io.ringback.exchange;

import static io.ringback.exchange.DayOrder.DAY_FIRST;
import static io.ringback.exchange.DayOrder.MONTH_FIRST;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Times without an offset, as people and spreadsheets write them; the zone is two hours ahead of UTC in December. */
class LocalTimesTest {

    private static final ZoneId HELSINKI = ZoneId.of("Europe/Helsinki");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "9.12.2026 09:30",
                "09.12.2026 9.30",
                "9.12.2026 klo 9.30",
                "ke 9.12.2026 klo 09.30",
                "9. 12. 2026 9:30",
                "9.12.26 9:30",
                "9.12.2026 09:30:00",
                "9.12.2026, 9:30 AM",
                "09/12/2026 09:30",
                "9/12/26 9:30 am",
                "09-12-2026 9:30",
                "2026-12-09 09:30",
                "2026-12-09T09:30",
                "2026-12-09T09:30:00.000",
                "2026/12/09 9:30",
                "2026.12.09 09:30:00",
                "9 December 2026 09:30",
                "9-Dec-26 9:30",
                "Dec 9, 2026 9:30 a.m.",
                "Wednesday, December 9, 2026 9:30 AM",
                "9. joulukuuta 2026 klo 9.30",
                "9 dec. 2026 kl. 09:30",
                "9.12.2026\u00a009:30",
                "9.12.2026\u202f09:30"
            })
    void timesOfTheMorningOfTheNinthOfDecember(String written) {
        assertThat(LocalTimes.read(written, DAY_FIRST, HELSINKI, false))
                .isEqualTo(new LocalTimes.Read(Instant.parse("2026-12-09T07:30:00Z"), null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "12/9/26 9:30 AM | 2026-12-09T07:30:00Z",
                "12/9/2026 12:00 PM | 2026-12-09T10:00:00Z",
                "12/9/2026 12:15 AM | 2026-12-08T22:15:00Z",
                "12/9/2026 9 PM | 2026-12-09T19:00:00Z",
                "12-9-2026 21:00 | 2026-12-09T19:00:00Z",
                "9.12.2026 21:00 | 2026-12-09T19:00:00Z",
                "7/9/2026 21:00 | 2026-07-09T18:00:00Z"
            })
    void theMonthComesFirstWhereThatWasSaidAndPointsAreNotTheSign(String written, Instant expected) {
        assertThat(LocalTimes.read(written, MONTH_FIRST, HELSINKI, false).time())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"false, 2026-12-08T22:00:00Z", "true, 2026-12-09T22:00:00Z"})
    void aDayAloneIsItsBeginningOrOfALastTimeItsEnd(boolean isLast, Instant expected) {
        for (var written : List.of("9.12.2026", "2026-12-09", "9/12/2026")) {
            assertThat(LocalTimes.read(written, DAY_FIRST, HELSINKI, isLast).time())
                    .isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "9/12/2026 09:30 | DAY_OR_MONTH",
                "09-12-2026 09:30 | DAY_OR_MONTH",
                "12/9/26 9:30 AM | DAY_OR_MONTH",
                "13/12/2026 09:30 | DAY_OR_MONTH",
                "31.11.2026 09:30 | NO_SUCH_TIME",
                "29.2.2027 | NO_SUCH_TIME",
                "9.13.2026 09:30 | NO_SUCH_TIME",
                "9.12.2026 25:00 | NO_SUCH_TIME",
                "9.12.2026 9:61 | NO_SUCH_TIME",
                "9.12.2026 13:00 PM | NO_SUCH_TIME",
                "29.3.2026 03:30 | TIME_SKIPPED",
                "25.10.2026 03:30 | TIME_TWICE",
                "2026-10-25T03:59:59 | TIME_TWICE",
                "26-12-27 09:30 | NOT_A_TIME",
                "9.12.1926 09:30 | NOT_A_TIME",
                "9.12. 09:30 | NOT_A_TIME",
                "9.12.2026 9 | NOT_A_TIME",
                "09:30 | NOT_A_TIME",
                "46000.5 | NOT_A_TIME",
                "9 Brumaire 2026 | NOT_A_TIME",
                "tomorrow | NOT_A_TIME",
                "9.12/2026 | NOT_A_TIME"
            })
    void whatIsNoTimeOrHasTwoMeaningsIsRefused(String written, String fault) {
        assertThat(LocalTimes.read(written, null, HELSINKI, false).fault()).isEqualTo(fault);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "13/12/2026 9:00, 1/2/2026 | DAY_FIRST",
                "12/13/2026 9:00, 1/2/2026 | MONTH_FIRST",
                "1/2/2026, 3/4/2026 | DAY_FIRST MONTH_FIRST",
                "13/1/2026, 1/13/2026 | ''",
                "13.1.2026, 2026-01-13 | DAY_FIRST MONTH_FIRST",
                "5/5/2026 | DAY_FIRST MONTH_FIRST"
            })
    void oneDayThatCanBeReadInOneWayOnlyTellsForAllOfThem(String texts, String possible) {
        assertThat(LocalTimes.possible(Arrays.asList(texts.split(", "))))
                .extracting(Enum::name)
                .hasSameElementsAs(possible.isEmpty() ? Set.of() : Set.of(possible.split(" ")));
    }

    @ParameterizedTest
    @CsvSource({"9/12/2026, true", "9-12-2026 10:00, true", "9.12.2026, false", "2026-12-09, false", "5/5/2026, false"})
    void onlyWhereItMakesADifferenceIsAnybodyAsked(String text, boolean expected) {
        assertThat(LocalTimes.dependsOnOrder(text)).isEqualTo(expected);
    }
}
