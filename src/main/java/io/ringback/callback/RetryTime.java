package io.ringback.callback;

import io.ringback.hours.OpeningCalendar;
import io.ringback.platform.problem.InvalidField;
import java.time.Instant;
import java.util.Optional;

/**
 * A time at which an agent wants a callback to be offered again: ahead, though not too far, and with an opening of the
 * calling hours after it before the callback expires. The one place that says which times can be.
 *
 * @param deadlines of the callback
 * @param hours in which its caller may be called
 */
public record RetryTime(Instant at, Deadlines deadlines, OpeningCalendar hours) {

    private static final String FIELD = "retryAt";

    /** Whether the callback can be offered again from then on. */
    public boolean isPossible(TimeLimit limit, Instant now) {
        return refusal(limit, now).isEmpty();
    }

    /** @throws InvalidField unless the callback can be offered again from then on */
    public void check(TimeLimit limit, Instant now) {
        refusal(limit, now).ifPresent(refusal -> {
            throw refusal;
        });
    }

    private Optional<InvalidField> refusal(TimeLimit limit, Instant now) {
        var tooFar = limit.refusal(FIELD, at, now);
        if (tooFar.isPresent()) {
            return tooFar;
        }
        if (!at.isAfter(now)) {
            return Optional.of(new InvalidField(FIELD, "is in the past"));
        }
        if (deadlines.isExpired(at)) {
            return Optional.of(
                    new InvalidField(FIELD, "must be before the callback expires at " + deadlines.expiresAt()));
        }
        if (hours.openingBefore(at, deadlines.expiresAt()).isEmpty()) {
            return Optional.of(new InvalidField(
                    FIELD,
                    "is outside of the calling hours, which do not begin again before the callback expires at "
                            + deadlines.expiresAt()));
        }
        return Optional.empty();
    }
}
