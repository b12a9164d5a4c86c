package io.ringback.office.board;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.support.MovableClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ThrottledCacheTest {

    private final MovableClock clock = new MovableClock(Instant.parse("2026-03-02T08:00:00Z"));
    private Duration cost = Duration.ZERO;
    private int made;
    private final ThrottledCache<Integer> sparing = new ThrottledCache<>(clock, () -> {
        clock.advance(cost);
        return ++made;
    });

    @Test
    void isMadeOnceASecond() {
        assertThat(sparing.get()).isEqualTo(1);
        clock.advance(Duration.ofMillis(999));
        assertThat(sparing.get()).isEqualTo(1);
        clock.advance(Duration.ofMillis(1));
        assertThat(sparing.get()).isEqualTo(2);
    }

    @Test
    void whatTakesLongIsMadeMoreSeldom() {
        cost = Duration.ofSeconds(1);
        sparing.get();

        clock.advance(Duration.ofMillis(8_999));
        assertThat(sparing.get()).isEqualTo(1);
        clock.advance(Duration.ofMillis(1));
        assertThat(sparing.get()).isEqualTo(2);
    }

    @Test
    void aClockThatIsPutBackDoesNotKeepItOld() {
        sparing.get();

        clock.advance(Duration.ofHours(-1));

        assertThat(sparing.get()).isEqualTo(2);
    }
}
