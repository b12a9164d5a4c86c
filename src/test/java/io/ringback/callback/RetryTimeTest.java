package io.ringback.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringback.hours.Opening;
import io.ringback.hours.OpeningCalendar;
import io.ringback.platform.problem.InvalidField;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which times an agent may choose is one rule, for the refusal at the desk and for what the process makes of a draft. */
class RetryTimeTest {

    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
    private static final Instant EXPIRY = NOW.plus(Duration.ofHours(24));
    private static final TimeLimit LIMIT = new TimeLimit(Duration.ofDays(30));

    /** Open for the first two hours from {@link #NOW}, and again from 20 hours after it. */
    private static final OpeningCalendar HOURS = at -> {
        var closes = NOW.plus(Duration.ofHours(2));
        var opens = NOW.plus(Duration.ofHours(20));
        if (at.isBefore(closes)) {
            return Optional.of(new Opening(at, closes));
        }
        return Optional.of(new Opening(at.isBefore(opens) ? opens : at, null));
    };

    /** Open until two hours from {@link #NOW}, and then only after the expiry. */
    private static final OpeningCalendar CLOSING = at -> at.isBefore(NOW.plus(Duration.ofHours(2)))
            ? Optional.of(new Opening(at, NOW.plus(Duration.ofHours(2))))
            : Optional.of(new Opening(at.isBefore(EXPIRY) ? EXPIRY : at, null));

    @ParameterizedTest
    @CsvSource({"PT0.001S", "PT1H", "PT2H", "PT19H", "PT23H59M59.999S"})
    void aTimeAheadWithAnOpeningBeforeTheExpiryIsPossible(Duration ahead) {
        var time = at(ahead, HOURS);

        time.check(LIMIT, NOW);

        assertThat(time.isPossible(LIMIT, NOW)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "PT0S, is in the past",
        "PT-1S, is in the past",
        "PT-876000H, is in the past",
        "PT24H, must be before the callback expires at 2026-03-03T10:00:00Z",
        "PT25H, must be before the callback expires at 2026-03-03T10:00:00Z",
        "PT720H, must be before the callback expires at 2026-03-03T10:00:00Z",
        "PT720H0.001S, 'must be at most 30 days ahead, 2026-04-01T10:00:00Z at the latest'",
    })
    void anyOtherTimeIsRefusedInTheSameWords(Duration ahead, String words) {
        refused(at(ahead, HOURS), words);
    }

    @ParameterizedTest
    @CsvSource({"PT2H", "PT3H", "PT23H59M59S"})
    void whatIsClosedUntilTheExpiryIsRefused(Duration ahead) {
        refused(
                at(ahead, CLOSING),
                "is outside of the calling hours, which do not begin again before the callback expires at "
                        + "2026-03-03T10:00:00Z");
    }

    private static void refused(RetryTime time, String words) {
        assertThat(time.isPossible(LIMIT, NOW)).isFalse();
        assertThatThrownBy(() -> time.check(LIMIT, NOW))
                .isInstanceOfSatisfying(
                        InvalidField.class,
                        refusal -> assertThat(refusal.errors()).singleElement().satisfies(error -> {
                            assertThat(error.field()).isEqualTo("retryAt");
                            assertThat(error.message()).isEqualTo(words);
                        }));
    }

    private static RetryTime at(Duration ahead, OpeningCalendar hours) {
        var deadlines = new Deadlines(NOW, NOW, null, NOW, EXPIRY, NOW, false);
        return new RetryTime(NOW.plus(ahead), deadlines, hours);
    }
}
