package io.ringback.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.data.Percentage.withPercentage;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RateTest {

    private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");

    @ParameterizedTest
    @ValueSource(ints = {Rate.LEAST, 2, Rate.USUAL, 17, Rate.MOST})
    void asManyComeAsTheRateSays(int perMinute) {
        var rate = new Rate(perMinute);
        var chance = new Random(7);

        var time = START;
        for (int caller = 0; caller < 2_000; caller++) {
            var next = rate.next(time, chance);
            assertThat(next).isAfterOrEqualTo(time);
            time = next;
        }

        var expected = Duration.ofMinutes(1).multipliedBy(2_000).dividedBy(perMinute);
        assertThat((double) Duration.between(START, time).toMillis())
                .isCloseTo(expected.toMillis(), withPercentage(10));
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, Rate.MOST + 1, Integer.MAX_VALUE})
    void noOtherRateIsTaken(int perMinute) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Rate(perMinute));
    }
}
