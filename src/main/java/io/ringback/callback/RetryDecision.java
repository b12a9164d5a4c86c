package io.ringback.callback;

import io.ringback.hours.OpeningCalendar;
import io.ringback.list.ListPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the retry policy says after an attempt that did not resolve the callback.
 *
 * @param delay how long to wait before it is offered again
 */
public record RetryDecision(Duration delay, boolean giveUp) {

    /**
     * How long it is waited by the list's own retry times, which override the policy's; empty where it has none for this.
     *
     * @param attempts made so far, the one that was not answered included
     */
    public static Optional<Duration> ownDelay(ListPolicy policy, CallStatus callStatus, int attempts) {
        var own =
                switch (callStatus) {
                    case BUSY -> policy.retryAfterBusy();
                    case NO_ANSWER -> policy.retryAfterNoAnswer();
                    case OTHER -> policy.retryAfterOther();
                    case ANSWERED -> List.<Duration>of();
                };
        return own.isEmpty() ? Optional.empty() : Optional.of(own.get(Math.min(Math.max(attempts, 1), own.size()) - 1));
    }

    /** The same with the delay of the list's own retry times, where it has some. */
    public RetryDecision on(ListPolicy policy, CallStatus callStatus, int attempts) {
        return new RetryDecision(ownDelay(policy, callStatus, attempts).orElse(delay), giveUp);
    }

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
        return switch (nextOffer(callback, hours, shortest, now)) {
            case AFTER_DELAY -> hours.nextOpening(afterDelay(shortest, now));
            case BEFORE_EXPIRY -> justBefore(callback, hours, shortest, now);
            case NONE -> Optional.empty();
        };
    }

    /** Which of its times is possible. */
    NextOffer nextOffer(Callback callback, OpeningCalendar hours, Duration shortest, Instant now) {
        var last = callback.deadlines().expiresAt().minus(LEAST);
        var opening = hours.nextOpening(afterDelay(shortest, now)).filter(next -> !next.isAfter(last));
        if (opening.isPresent()) {
            return NextOffer.AFTER_DELAY;
        }
        return justBefore(callback, hours, shortest, now).isPresent() ? NextOffer.BEFORE_EXPIRY : NextOffer.NONE;
    }

    /** The end of the delay, which is not shorter than the shortest time. */
    Instant afterDelay(Duration shortest, Instant now) {
        var least = least(shortest);
        return RoundedUp.after(now, delay.compareTo(least) < 0 ? least : delay);
    }

    /** The last moment at which the caller can be called before the expiry; empty when that is too soon. */
    static Optional<Instant> justBefore(Callback callback, OpeningCalendar hours, Duration shortest, Instant now) {
        return hours.lastOpenBetween(now, callback.deadlines().expiresAt())
                .map(end -> end.minus(LEAST))
                .filter(at -> !at.isBefore(RoundedUp.after(now, least(shortest))));
    }

    private static Duration least(Duration shortest) {
        return shortest.compareTo(LEAST) < 0 ? LEAST : shortest;
    }
}
