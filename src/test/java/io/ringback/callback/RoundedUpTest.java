package io.ringback.callback;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is shown is never before what was promised. */
class RoundedUpTest {

    @ParameterizedTest
    @CsvSource({
        "2026-03-02T08:00:00Z,           2026-03-02T08:00:00Z,     2026-03-02T08:00:00Z",
        "2026-03-02T08:00:00.001Z,       2026-03-02T08:00:00.001Z, 2026-03-02T08:00:00.001Z",
        "2026-03-02T08:00:00.0000001Z,   2026-03-02T08:00:00.001Z, 2026-03-02T08:00:00.000001Z",
        "2026-03-02T08:00:00.000001Z,    2026-03-02T08:00:00.001Z, 2026-03-02T08:00:00.000001Z",
        "2026-03-02T08:00:00.028142Z,    2026-03-02T08:00:00.029Z, 2026-03-02T08:00:00.028142Z",
        "2026-03-02T08:00:00.999000001Z, 2026-03-02T08:00:01Z,     2026-03-02T08:00:00.999001Z",
        "2026-12-31T23:59:59.999999999Z, 2027-01-01T00:00:00Z,     2027-01-01T00:00:00Z",
        "1969-12-31T23:59:59.9999999Z,   1970-01-01T00:00:00Z,     1970-01-01T00:00:00Z"
    })
    void whatIsFinerIsRoundedUp(Instant time, Instant inMillis, Instant inMicros) {
        assertThat(RoundedUp.inMillis(time)).isEqualTo(inMillis);
        assertThat(RoundedUp.inMicros(time)).isEqualTo(inMicros);
        assertThat(RoundedUp.after(time.minusSeconds(20), Duration.ofSeconds(20)))
                .isEqualTo(inMillis);
    }
}
