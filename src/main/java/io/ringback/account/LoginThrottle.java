package io.ringback.account;

import io.ringback.platform.problem.TooManyRequests;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Makes guessing of passwords and tokens slow, on all nodes together. From the fifth failure on, the same name from the
 * same address waits 2, 4, 8 … seconds, at most five minutes; from the second one on when the address has failed fifty
 * times, by whatever names. Nobody is refused for what others do: the first tries of a name are always heard, and an
 * account that has signed in from the address within {@link #LATELY} is never refused there with the right password.
 * Failures are forgotten after a quiet quarter of an hour.
 */
@Component
class LoginThrottle {

    static final int FAILURES_OF_A_NAME = 5;
    static final int FAILURES_OF_A_NAME_WHERE_OTHERS_FAIL = 2;
    static final int FAILURES_OF_AN_ADDRESS = 50;
    static final Duration LATELY = Duration.ofDays(30);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);
    private static final Duration KEPT = Duration.ofMinutes(15);

    private final JdbcLoginFailures failures;
    private final JdbcKnownSignIns known;
    private final Clock clock;

    LoginThrottle(JdbcLoginFailures failures, JdbcKnownSignIns known, Clock clock) {
        this.failures = failures;
        this.known = known;
        this.clock = clock;
    }

    /**
     * To be called before a guess is checked; counts it as failed until {@link #succeeded} says otherwise.
     *
     * @throws TooManyRequests while it must not be checked
     */
    void attempt(String name, ClientAddress callers) {
        var refusal = refusal(name, callers);
        if (refusal != null) {
            throw refusal;
        }
    }

    /**
     * The same for a password.
     *
     * @return what to tell if it is wrong, when it is heard only since the account has signed in from there lately
     * @throws TooManyRequests while it must not be checked
     */
    @Nullable
    TooManyRequests attemptOfAccount(String id, ClientAddress callers) {
        var refusal = refusal(id, callers);
        if (refusal != null && !known.exists(id, callers.hash(), clock.instant().minus(LATELY))) {
            throw refusal;
        }
        return refusal;
    }

    /** It was wrong. */
    void failed(ClientAddress callers) {
        failures.count(address(callers), Integer.MAX_VALUE, clock.instant(), KEPT, LONGEST_WAIT);
    }

    void succeeded(String name, ClientAddress callers) {
        failures.clear(name(name, callers));
    }

    /** The account has signed in from there. */
    void signedIn(String id, ClientAddress callers) {
        succeeded(id, callers);
        known.remember(id, callers.hash(), clock.instant());
    }

    private @Nullable TooManyRequests refusal(String name, ClientAddress callers) {
        var now = clock.instant();
        failures.deleteExpired(now);
        known.deleteOlder(now.minus(LATELY));
        var othersFail = failures.of(address(callers), now) >= FAILURES_OF_AN_ADDRESS;
        var threshold = othersFail ? FAILURES_OF_A_NAME_WHERE_OTHERS_FAIL : FAILURES_OF_A_NAME;
        var subject = name(name, callers);
        return failures.count(subject, threshold, now, KEPT, LONGEST_WAIT)
                ? null
                : new TooManyRequests(Duration.between(now, failures.blockedUntil(subject, now)));
    }

    private static String name(String name, ClientAddress callers) {
        return "name " + name + " from " + callers;
    }

    private static String address(ClientAddress callers) {
        return "address " + callers;
    }
}
