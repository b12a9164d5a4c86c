package io.ringback.figures;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.support.RandomCases;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Durations, those that are alike as one. */
class RoundedTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-5, 0",
        "99, 99",
        "101, 102",
        "999, 1000",
        "1004, 1000",
        "1010, 1020",
        "12345, 12400",
        "33000, 33000",
        "83000, 83000",
        "99949, 100000",
        "1020000, 1020000",
        "86400000, 86000000",
        "2592000000, 2600000000"
    })
    void areRoundedHalfUp(long millis, long rounded) {
        assertThat(Rounded.millis(Duration.ofMillis(millis))).isEqualTo(rounded);
    }

    @Test
    void areOneAndAQuarterPercentOffAtMost() {
        RandomCases.each(1000, chance -> {
            var millis = Math.abs(chance.nextLong() % 100_000_000_000L);

            var rounded = Rounded.millis(Duration.ofMillis(millis));

            assertThat(Math.abs(rounded - millis) * 80).isLessThanOrEqualTo(millis);
            assertThat(Rounded.millis(Duration.ofMillis(rounded))).isEqualTo(rounded);
        });
    }

    @Test
    void wholeSecondsUpToAHundredStayWhatTheyAre() {
        for (var number = 1; number <= 100; number++) {
            var whole = Duration.ofSeconds(number);
            assertThat(Rounded.millis(whole)).isEqualTo(whole.toMillis());
        }
    }
}
