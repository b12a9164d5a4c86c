package io.ringback.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.support.RingbackTest;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@RingbackTest
class LoginFailuresTest {

    private static final Instant NOW = Instant.parse("2030-01-01T12:00:00Z");

    @Autowired
    JdbcLoginFailures failures;

    @Test
    void admitsAnAttemptThatLookedAtItsClockBeforeTheOneThatCameFirst() {
        assertThat(attemptAt(NOW)).isTrue();
        assertThat(attemptAt(NOW.minusMillis(20))).isTrue();
        assertThat(attemptAt(NOW.minusMillis(10))).isTrue();
    }

    private boolean attemptAt(Instant now) {
        return failures.count("address of a shift's start", 5, now, Duration.ofMinutes(15), Duration.ofMinutes(5));
    }
}
