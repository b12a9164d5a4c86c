package io.ringback.office.lists;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Durations in the fields of a form: nothing is lost on the way there and back. */
class AmountOfTimeTest {

    @ParameterizedTest
    @CsvSource({
        "PT1S, 1, PT%S",
        "PT90S, 90, PT%S",
        "PT2M, 2, PT%M",
        "PT90M, 90, PT%M",
        "PT24H, 24, PT%H",
        "P1DT2H, 26, PT%H",
        "P2D, 2, P%D",
        "P366D, 366, P%D",
        "PT1.5S, 1.5, PT%S",
        "P1DT0.001S, 86400.001, PT%S"
    })
    void showsTheLargestUnitThatLosesNothing(String iso, String amount, String unit) {
        var shown = AmountOfTime.of(Duration.parse(iso));

        assertThat(shown.amount()).isEqualTo(amount);
        assertThat(shown.unit()).isEqualTo(unit);
        assertThat(Duration.parse(unit.replace("%", amount))).isEqualTo(Duration.parse(iso));
    }

    @Test
    void noLimitIsAnEmptyField() {
        assertThat(AmountOfTime.of(null).amount()).isNull();
    }

    @Test
    void allowsPartsOfASecondOnlyWhereThereAreSome() {
        assertThat(AmountOfTime.of(Duration.ofMillis(1500)).step()).isEqualTo("any");
        assertThat(AmountOfTime.of(Duration.ofMinutes(2)).step()).isEqualTo("1");
    }
}
