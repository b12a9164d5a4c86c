package io.ringback.office.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgesTest {

    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "PT0S, 0 s",
        "PT59S, 59 s",
        "PT1M, 1 min",
        "PT59M59S, 59 min",
        "PT1H, 1 h",
        "PT2H5M, 2 h 5 min",
        "P1D, 1 d",
        "P3DT4H30M, 3 d 4 h",
        "PT-5S, 0 s"
    })
    void theTwoLargestUnitsAreTold(Duration age, String words) {
        assertThat(Ages.between(NOW.minus(age), NOW).replace('\u00a0', ' ')).isEqualTo(words);
    }

    @Test
    void aLineEndsBetweenTheUnitsOnly() {
        assertThat(Ages.between(NOW.minus(Duration.ofMinutes(125)), NOW)).isEqualTo("2\u00a0h 5\u00a0min");
    }

    @Test
    void whatHasNotBegunHasNoAge() {
        assertThat(Ages.between(null, NOW)).isEmpty();
    }
}
