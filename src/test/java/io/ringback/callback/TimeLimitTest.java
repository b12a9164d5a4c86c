package io.ringback.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringback.platform.problem.InvalidField;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How far ahead a time may lie. */
class TimeLimitTest {

    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");
    private static final TimeLimit YEAR = new TimeLimit(Duration.ofDays(365));

    @ParameterizedTest
    @ValueSource(strings = {"2027-03-02T08:00:00Z", "2026-03-02T08:00:00Z", "2000-01-01T00:00:00Z"})
    void whatLiesWithinTheLimitIsAllowed(String time) {
        assertThatCode(() -> YEAR.check("retryAt", Instant.parse(time), NOW)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2027-03-02T08:00:00.000001Z",
                "2099-01-01T00:00:00Z",
                "9999-12-31T23:59:59.999999Z",
                "+1000000000-12-31T23:59:59Z"
            })
    void whatLiesBeyondIsRefusedWithTheLimit(String time) {
        assertThatThrownBy(() -> YEAR.check("retryAt", Instant.parse(time), NOW))
                .isInstanceOfSatisfying(
                        InvalidField.class,
                        refusal -> assertThat(refusal.errors()).singleElement().satisfies(error -> {
                            assertThat(error.field()).isEqualTo("retryAt");
                            assertThat(error.message()).contains("365 days", "2027-03-02T08:00:00Z");
                        }));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "P-1D", "PT23H", "P3654D", "PT9223372036854775807S"})
    void aLimitThatIsNoneIsToldOnStart(String limit) {
        assertThatThrownBy(() -> new TimeLimit(Duration.parse(limit)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ringback.callbacks.furthest-ahead");
    }
}
