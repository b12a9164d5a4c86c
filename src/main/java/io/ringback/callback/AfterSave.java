package io.ringback.callback;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.ringback.hours.OpeningCalendar;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a callback when its agent saves, unless they choose a time of their own.
 *
 * @param at when it is offered again, or expires without being offered; null otherwise
 */
public record AfterSave(Then then, @Nullable Instant at) {

    public enum Then {
        RESOLVED,
        OFFERED_AGAIN,
        /** No further attempt is made. */
        GIVEN_UP,
        /** No time is left for a further offer before it expires. */
        LEFT_TO_EXPIRE,
        /** It has expired in hand, and closes as such at once. */
        EXPIRED,
        /** It was cancelled meanwhile, and closes as such, whatever is saved. */
        CANCELLED
    }

    /** Of a call status that resolves. */
    public static AfterSave resolving(Callback callback) {
        return new AfterSave(callback.isToBeCancelled() ? Then.CANCELLED : Then.RESOLVED, null);
    }

    /**
     * Of a call status that does not.
     *
     * @param decision of the retry policy
     * @param hours in which its caller may be called
     * @param shortest the least time until it is offered again
     */
    public static AfterSave of(
            Callback callback, RetryDecision decision, OpeningCalendar hours, Duration shortest, Instant now) {
        if (callback.isToBeCancelled()) {
            return new AfterSave(Then.CANCELLED, null);
        }
        if (decision.giveUp()) {
            return new AfterSave(Then.GIVEN_UP, null);
        }
        var expiresAt = callback.deadlines().expiresAt();
        if (callback.deadlines().isExpired(now)) {
            return new AfterSave(Then.EXPIRED, expiresAt);
        }
        return decision.offeredAgainAt(callback, hours, shortest, now)
                .map(at -> new AfterSave(Then.OFFERED_AGAIN, at))
                .orElseGet(() -> new AfterSave(Then.LEFT_TO_EXPIRE, expiresAt));
    }

    /** When it is offered again; null when it is not. */
    @JsonIgnore
    public @Nullable Instant offeredAt() {
        return then == Then.OFFERED_AGAIN ? at : null;
    }
}
