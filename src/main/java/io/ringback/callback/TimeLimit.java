package io.ringback.callback;

import io.ringback.platform.problem.InvalidField;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** How far ahead a time may lie that somebody names for a callback. */
@ConfigurationProperties("ringback.callbacks")
public final class TimeLimit {

    private static final Duration LEAST = Duration.ofDays(1);
    private static final Duration MOST = Duration.ofDays(3653);

    private final Duration furthestAhead;

    /** @param furthestAhead a day to ten years */
    public TimeLimit(@DefaultValue("P365D") Duration furthestAhead) {
        if (furthestAhead.compareTo(LEAST) < 0 || furthestAhead.compareTo(MOST) > 0) {
            throw new IllegalArgumentException("ringback.callbacks.furthest-ahead: expected P%sD to P%sD, but it is %s"
                    .formatted(LEAST.toDays(), MOST.toDays(), furthestAhead));
        }
        this.furthestAhead = furthestAhead;
    }

    /**
     * @param field the name of the time in the request
     * @throws InvalidField when it lies further ahead
     */
    public void check(String field, @Nullable Instant time, Instant now) {
        if (time != null) {
            refusal(field, time, now).ifPresent(refusal -> {
                throw refusal;
            });
        }
    }

    /** Why the time lies too far ahead; empty when it does not. */
    Optional<InvalidField> refusal(String field, Instant time, Instant now) {
        return time.isAfter(latest(now))
                ? Optional.of(new InvalidField(field, words(now), "TOO_FAR_AHEAD"))
                : Optional.empty();
    }

    Instant latest(Instant now) {
        return now.plus(furthestAhead);
    }

    String words(Instant now) {
        return "must be at most %s days ahead, %s at the latest".formatted(furthestAhead.toDays(), latest(now));
    }
}
