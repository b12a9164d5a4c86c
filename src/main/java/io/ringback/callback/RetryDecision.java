package io.ringback.callback;

import io.ringback.hours.OpeningCalendar;
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

    /** When no policy decides: in an hour, as long as the list allows another attempt. */
    public static RetryDecision withoutPolicy(boolean lastAttempt) {
        return new RetryDecision(Duration.ofHours(1), lastAttempt);
    }

    /**
     * When the callback is offered again: after the delay, or at the next opening after that; when that would be beyond
     * its expiry, just before the expiry, or before the closing that comes before it. Empty when there is no such time.
     *
     * @param hours in which its caller may be called
     * @param shortest the least time until then, whatever the policy says
     */
    public Optional<Instant> offeredAgainAt(Callback callback, OpeningCalendar hours, Duration shortest, Instant now) {
        var expiresAt = callback.deadlines().expiresAt();
        var least = shortest.compareTo(LEAST) < 0 ? LEAST : shortest;
        var earliest = Promise.after(now, least);
        var wanted = Promise.after(now, delay.compareTo(least) < 0 ? least : delay);
        return hours.nextOpening(wanted)
                .filter(opening -> !opening.isAfter(expiresAt.minus(LEAST)))
                .or(() -> hours.lastOpenBetween(now, expiresAt).map(end -> end.minus(LEAST)))
                .filter(at -> !at.isBefore(earliest));
    }
}
