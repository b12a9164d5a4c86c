package io.ringback.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringback.callback.Deadlines;
import io.ringback.callback.TimeLimit;
import io.ringback.platform.problem.FieldError;
import io.ringback.platform.problem.InvalidField;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How long a callback is kept for an agent; times in minutes from now. */
class KeptUntilTest {

    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");
    private static final TimeLimit LIMIT = new TimeLimit(Duration.ofDays(365));

    @ParameterizedTest
    @CsvSource({
        // offered from, expires, wanted: kept until
        "-5, 60, , 15",
        "0, 60, , 15",
        "30, 60, , 45",
        "50, 60, , 60",
        "0, 10, , 10",
        "0, 60, 1, 1",
        "0, 60, 60, 60",
        "30, 60, 31, 31"
    })
    void untilThenItIsKept(int offered, int expires, @Nullable Integer wanted, int kept) {
        assertThat(KeptUntil.checked(minutes(wanted), times(offered, expires), LIMIT, NOW))
                .isEqualTo(minutes(kept));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 60, 0, IN_THE_PAST",
        "0, 60, -1, IN_THE_PAST",
        "30, 60, 30, BEFORE_OPENING",
        "30, 60, 5, BEFORE_OPENING",
        "0, 60, 61, AFTER_EXPIRY",
        "0, 60, 600000, TOO_FAR_AHEAD",
        "60, 60, , NEVER_OFFERED",
        "60, 60, 30, NEVER_OFFERED"
    })
    void aTimeThatCannotBeIsRefused(int offered, int expires, @Nullable Integer wanted, String code) {
        var times = times(offered, expires);
        var until = minutes(wanted);

        assertThatThrownBy(() -> KeptUntil.checked(until, times, LIMIT, NOW))
                .isInstanceOfSatisfying(
                        InvalidField.class,
                        refusal -> assertThat(refusal.errors())
                                .extracting(FieldError::field, FieldError::code)
                                .isEqualTo(List.of(org.assertj.core.groups.Tuple.tuple("until", code))));
    }

    private static Deadlines times(int offered, int expires) {
        var from = NOW.plus(Duration.ofMinutes(offered));
        var until = NOW.plus(Duration.ofMinutes(expires));
        return new Deadlines(from, from, null, from, until, from, false);
    }

    private static @Nullable Instant minutes(@Nullable Integer minutes) {
        return minutes == null ? null : NOW.plus(Duration.ofMinutes(minutes));
    }
}
