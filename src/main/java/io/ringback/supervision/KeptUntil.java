package io.ringback.supervision;

import io.ringback.callback.Deadlines;
import io.ringback.callback.TimeLimit;
import io.ringback.platform.problem.InvalidField;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How long a callback is kept for one agent. */
final class KeptUntil {

    static final Duration USUAL = Duration.ofMinutes(15);

    private static final String FIELD = "until";

    private KeptUntil() {}

    /**
     * @param wanted null for a quarter of an hour after it can be offered, or until it expires
     * @param times of the callback, to be offered soon
     * @throws InvalidField for a time before it can be offered, beyond its expiry or too far ahead
     */
    static Instant checked(@Nullable Instant wanted, Deadlines times, TimeLimit limit, Instant now) {
        var offered = times.eligibleAt().isAfter(now) ? times.eligibleAt() : now;
        if (!times.expiresAt().isAfter(offered)) {
            throw new InvalidField(
                    FIELD,
                    "cannot be: the list does not open before the callback expires at " + times.expiresAt(),
                    "NEVER_OFFERED");
        }
        if (wanted == null) {
            var usual = offered.plus(USUAL);
            return usual.isAfter(times.expiresAt()) ? times.expiresAt() : usual;
        }
        limit.check(FIELD, wanted, now);
        if (!wanted.isAfter(now)) {
            throw new InvalidField(FIELD, "is in the past", "IN_THE_PAST");
        }
        if (!wanted.isAfter(offered)) {
            throw new InvalidField(FIELD, "must be after the callback can be offered at " + offered, "BEFORE_OPENING");
        }
        if (wanted.isAfter(times.expiresAt())) {
            throw new InvalidField(
                    FIELD, "must not be after the callback expires at " + times.expiresAt(), "AFTER_EXPIRY");
        }
        return wanted;
    }
}
