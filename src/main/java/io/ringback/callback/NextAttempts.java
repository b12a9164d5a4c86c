package io.ringback.callback;

import io.ringback.callback.RetryEvent.RetryScheduled.By;
import io.ringback.callback.RetryFacts.Moved;
import io.ringback.hours.OpeningCalendar;
import io.ringback.list.Lists;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
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
    private final Attempts attempts;
    private final AgreedTimes times;
    private final Clock clock;

    NextAttempts(Callbacks callbacks, Lists lists, Attempts attempts, AgreedTimes times, Clock clock) {
        this.callbacks = callbacks;
        this.lists = lists;
        this.attempts = attempts;
        this.times = times;
        this.clock = clock;
    }

    /** The date an agent has chosen, if the callback can be offered then, or from then on; null when it cannot. */
    public @Nullable Instant ifPossible(Callback callback, @Nullable Instant chosen) {
        if (chosen == null) {
            return null;
        }
        var insists = attempts.isInsisted(callback.id(), chosen);
        return times.isPossible(callback, chosen, insists) ? chosen : null;
    }

    /**
     * What there would be by this delay, or by the list's own; nothing is changed.
     *
     * @param callStatus of the attempt; null where a process does not know it, and then the list's own times are not looked at
     * @param delay what the retry policy says
     */
    public NextOffer compareWithExpiry(UUID id, @Nullable CallStatus callStatus, Duration delay) {
        var callback = callbacks.lock(id);
        return new RetryDecision(own(callback, callStatus).orElse(delay), false)
                .nextOffer(callback, hours(callback), shortest(callback), clock.instant());
    }

    /** At the date that the agent has chosen, to the minute where it was insisted on. */
    public Callback atAgentsDate(UUID id, Instant chosen) {
        var callback = callbacks.lock(id);
        var earliest = RoundedUp.after(clock.instant(), shortest(callback));
        var at = chosen.isBefore(earliest) ? earliest : chosen;
        if (!at.isBefore(callback.deadlines().expiresAt())) {
            return schedule(callback, at, By.POLICY, RetryFacts.moved(Moved.NEVER));
        }
        var insisted = times.isOutsideHours(callback, chosen, attempts.isInsisted(id, chosen));
        var appointment = new Appointment(chosen, at, By.AGENT, insisted);
        return callbacks.save(callback.appointed(appointment, hours(callback)));
    }

    /** After this delay, or after the list's own, which is told of in the history; see {@link #compareWithExpiry}. */
    public Callback afterDelay(UUID id, @Nullable CallStatus callStatus, Duration delay) {
        var callback = callbacks.lock(id);
        var own = own(callback, callStatus);
        var decision = new RetryDecision(own.orElse(delay), false);
        var now = clock.instant();
        var at = decision.afterDelay(shortest(callback), now);
        return schedule(
                callback,
                at,
                own.isPresent() ? By.LIST : By.POLICY,
                RetryFacts.after(decision.delay(), RoundedUp.after(now, decision.delay()), at));
    }

    /** At the last moment before it expires; never, when no such moment is left. */
    public Callback beforeExpiry(UUID id) {
        var callback = callbacks.lock(id);
        return RetryDecision.justBefore(callback, hours(callback), shortest(callback), clock.instant())
                .map(at -> schedule(callback, at, By.POLICY, RetryFacts.moved(Moved.BEFORE_EXPIRY)))
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
     * @param callStatus see {@link #compareWithExpiry}
     * @param delay what the retry policy says
     * @return the callback with its new time
     */
    public Callback schedule(UUID id, @Nullable Instant agentsChoice, @Nullable CallStatus callStatus, Duration delay) {
        var chosen = ifPossible(callbacks.lock(id), agentsChoice);
        if (chosen != null) {
            return atAgentsDate(id, chosen);
        }
        return switch (compareWithExpiry(id, callStatus, delay)) {
            case AFTER_DELAY -> afterDelay(id, callStatus, delay);
            case BEFORE_EXPIRY -> beforeExpiry(id);
            case NONE -> untilExpiry(id);
        };
    }

    private Optional<Duration> own(Callback callback, @Nullable CallStatus callStatus) {
        return Optional.ofNullable(callStatus)
                .flatMap(status ->
                        RetryDecision.ownDelay(lists.get(callback.listId()).policy(), status, callback.attemptCount()));
    }

    private Callback untilExpiry(Callback callback) {
        return callback.callable(clock.instant()) == Eligibility.EXPIRED
                ? callbacks.save(callback.pastExpiry())
                : schedule(callback, callback.deadlines().expiresAt(), By.POLICY, RetryFacts.moved(Moved.NEVER));
    }

    private Callback schedule(Callback callback, Instant at, By decidedBy, RetryFacts facts) {
        return callback.callable(clock.instant()) == Eligibility.EXPIRED
                ? untilExpiry(callback)
                : callbacks.save(callback.retriedAt(at, decidedBy, facts, hours(callback)));
    }

    private OpeningCalendar hours(Callback callback) {
        return lists.get(callback.listId()).hoursFor(callback.request().phoneNumber());
    }

    private Duration shortest(Callback callback) {
        return lists.get(callback.listId()).policy().shortestRetry();
    }
}
