package io.ringback.callback;

import io.ringback.hours.OpeningCalendar;
import io.ringback.list.Lists;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * When a callback that was not resolved is offered again. Which of the ways is taken is decided in the process; whichever
 * it is, the time lies inside of the list's calling hours and not before the shortest time the list allows.
 */
@Service
public class NextAttempts {

    private final Callbacks callbacks;
    private final Lists lists;
    private final TimeLimit limit;
    private final Clock clock;

    NextAttempts(Callbacks callbacks, Lists lists, TimeLimit limit, Clock clock) {
        this.callbacks = callbacks;
        this.lists = lists;
        this.limit = limit;
        this.clock = clock;
    }

    /** The date an agent has chosen, if the callback can be offered then; null when it cannot. */
    public @Nullable Instant ifPossible(Callback callback, @Nullable Instant chosen) {
        var now = clock.instant();
        if (chosen == null || !chosen.isAfter(now) || !limit.allows(chosen, now)) {
            return null;
        }
        var expiresAt = callback.deadlines().expiresAt();
        return hours(callback)
                .nextOpening(chosen)
                .filter(expiresAt::isAfter)
                .map(opening -> chosen)
                .orElse(null);
    }

    /** What there would be by this delay; nothing is changed. */
    public NextOffer compareWithExpiry(UUID id, Duration delay) {
        var callback = callbacks.lock(id);
        return new RetryDecision(delay, false)
                .nextOffer(callback, hours(callback), shortest(callback), clock.instant());
    }

    /** At the date that the agent has chosen. */
    public Callback atAgentsDate(UUID id, Instant chosen) {
        var callback = callbacks.lock(id);
        var earliest = Promise.after(clock.instant(), shortest(callback));
        return schedule(callback, chosen.isBefore(earliest) ? earliest : chosen, true);
    }

    public Callback afterDelay(UUID id, Duration delay) {
        var callback = callbacks.lock(id);
        return schedule(
                callback, new RetryDecision(delay, false).afterDelay(shortest(callback), clock.instant()), false);
    }

    /** At the last moment before it expires; never, when no such moment is left. */
    public Callback beforeExpiry(UUID id) {
        var callback = callbacks.lock(id);
        return RetryDecision.justBefore(callback, hours(callback), shortest(callback), clock.instant())
                .map(at -> schedule(callback, at, false))
                .orElseGet(() -> untilExpiry(callback));
    }

    /** Not offered again: it closes at its expiry, or at once when that has passed. */
    public Callback untilExpiry(UUID id) {
        return untilExpiry(callbacks.lock(id));
    }

    /**
     * By the rules as they are drawn in the shipped process, for a callback without one, and for processes that have a
     * single step for it.
     *
     * @param agentsChoice the date the agent has chosen, which wins over the policy if it is possible
     * @param delay what the retry policy says
     * @return the callback with its new time
     */
    public Callback schedule(UUID id, @Nullable Instant agentsChoice, Duration delay) {
        var chosen = ifPossible(callbacks.lock(id), agentsChoice);
        if (chosen != null) {
            return atAgentsDate(id, chosen);
        }
        return switch (compareWithExpiry(id, delay)) {
            case AFTER_DELAY -> afterDelay(id, delay);
            case BEFORE_EXPIRY -> beforeExpiry(id);
            case NONE -> untilExpiry(id);
        };
    }

    private Callback untilExpiry(Callback callback) {
        return callback.callable(clock.instant()) == Callable.EXPIRED
                ? callbacks.save(callback, callback.pastExpiry(), Change.of("RETRY_PAST_EXPIRY"))
                : schedule(callback, callback.deadlines().expiresAt(), false);
    }

    private Callback schedule(Callback callback, Instant at, boolean agreed) {
        if (callback.callable(clock.instant()) == Callable.EXPIRED) {
            return untilExpiry(callback);
        }
        var retried = callback.retriedAt(at, agreed, hours(callback));
        var details = Map.of(
                "retryAt", retried.deadlines().eligibleAt().toString(), "decidedBy", agreed ? "AGENT" : "POLICY");
        return callbacks.save(callback, retried, Change.of("RETRY_SCHEDULED").with(details));
    }

    private OpeningCalendar hours(Callback callback) {
        return lists.get(callback.listId()).hoursFor(callback.request().phoneNumber());
    }

    private Duration shortest(Callback callback) {
        return lists.get(callback.listId()).policy().shortestRetry();
    }
}
