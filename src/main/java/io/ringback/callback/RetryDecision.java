package io.ringback.callback;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What the retry policy says after an attempt that did not resolve the callback.
 *
 * @param delay how long to wait before it is offered again
 */
public record RetryDecision(Duration delay, boolean giveUp) {

    private static final Duration LEAST = Duration.ofSeconds(1);

    /**
     * When the callback is offered again: after the delay, or just before its expiry when the delay would go beyond;
     * empty when even that time is over.
     */
    public Optional<Instant> offeredAgainAt(Callback callback, Instant now) {
        var soonest = now.plus(LEAST);
        var latest = callback.deadlines().expiresAt().minus(LEAST);
        var wanted = now.plus(delay);
        var at = wanted.isBefore(soonest) ? soonest : wanted;
        if (at.isAfter(latest)) {
            at = latest;
        }
        return at.isAfter(now) ? Optional.of(at) : Optional.empty();
    }
}
