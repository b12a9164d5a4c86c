package io.ringback.account;

import io.ringback.platform.TooManyRequests;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/**
 * Makes guessing of passwords and tokens slow, on all nodes together. From the fifth failure on, the same name from
 * the same address waits 2, 4, 8 … seconds, at most five minutes; an address alone does so from its fiftieth failure
 * on, since many agents may share one. Failures are forgotten after a quiet quarter of an hour.
 */
@Component
class GuessingSlowDown {

    static final int FAILURES_OF_A_NAME = 5;
    static final int FAILURES_OF_AN_ADDRESS = 50;
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);
    private static final Duration KEPT = Duration.ofMinutes(15);

    private final JdbcLoginFailures failures;
    private final Clock clock;

    GuessingSlowDown(JdbcLoginFailures failures, Clock clock) {
        this.failures = failures;
        this.clock = clock;
    }

    /**
     * To be called before a guess is checked; counts it as failed until {@link #succeeded} says otherwise.
     *
     * @throws TooManyRequests while it must not be checked
     */
    void attempt(String name, String address) {
        Instant now = clock.instant();
        failures.deleteExpired(now);
        admit(address(address), FAILURES_OF_AN_ADDRESS, now);
        admit(name(name, address), FAILURES_OF_A_NAME, now);
    }

    void succeeded(String name, String address) {
        failures.clear(name(name, address));
        failures.uncount(address(address), FAILURES_OF_AN_ADDRESS);
    }

    private void admit(String subject, int threshold, Instant now) {
        if (!failures.count(subject, threshold, now, KEPT, LONGEST_WAIT)) {
            throw new TooManyRequests(Duration.between(now, failures.blockedUntil(subject, now)));
        }
    }

    private static String name(String name, String address) {
        return "name " + name + " from " + address;
    }

    private static String address(String address) {
        return "address " + address;
    }
}
