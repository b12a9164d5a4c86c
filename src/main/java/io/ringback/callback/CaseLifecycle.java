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
 * What the process of a callback does to its row, step by step. Each step locks the row and refuses with
 * {@link IllegalTransition} when somebody else was first, so that the engine tries again on fresh state.
 */
@Service
public class CaseLifecycle {

    private final Callbacks callbacks;
    private final CaseProcess process;
    private final Lists lists;
    private final Clock clock;

    CaseLifecycle(Callbacks callbacks, CaseProcess process, Lists lists, Clock clock) {
        this.callbacks = callbacks;
        this.process = process;
        this.lists = lists;
        this.clock = clock;
    }

    /** Ties the new process instance to the callback it is for. */
    public Callback register(UUID id, String processInstanceId) {
        return callbacks.bind(id, processInstanceId);
    }

    /** Lets the main callback's process know that its caller has asked once more. */
    public void tellMain(UUID relatedId) {
        var main = callbacks.get(callbacks.get(relatedId).mainCallbackIdOrFail());
        if (!main.isSetAside()) {
            process.relatedReceived(main);
        }
    }

    /** Keeps for the auditors that the caller has asked once more. */
    public void linkRelated(UUID mainId) {
        var main = callbacks.lock(mainId);
        callbacks.save(main, main, Change.of("RELATED_RECEIVED"));
    }

    /**
     * Its time has come: idle agents are woken after commit. Not so when the calling hours were changed meanwhile: then
     * the row's new time counts.
     */
    public void offer(UUID id) {
        var callback = callbacks.lock(id);
        var later = callback.callable(clock.instant()) == Callable.LATER;
        if (callback.status() != CallbackStatus.WAITING && !later) {
            callbacks.save(callback, callback.becomeEligible(), Change.of("BECAME_ELIGIBLE"));
        }
    }

    public void expire(UUID id) {
        var callback = callbacks.lock(id);
        if (callback.holding() != null) {
            throw new IllegalTransition(callback, CallbackStatus.WAITING);
        }
        close(callback, CallbackStatus.EXPIRED, Change.of("EXPIRED"));
    }

    public void resolve(UUID id) {
        close(callbacks.lock(id), CallbackStatus.RESOLVED, Change.of("RESOLVED"));
    }

    /** Ends the attempts: the retry policy or the list allows no further one. */
    public void giveUp(UUID id) {
        close(
                callbacks.lock(id),
                CallbackStatus.CANCELLED,
                Change.of("GIVEN_UP").because("no further attempt"));
    }

    public void cancel(UUID id, @Nullable String reason) {
        close(
                callbacks.lock(id),
                CallbackStatus.CANCELLED,
                Change.of("CANCELLED").because(reason));
    }

    public void markOverdue(UUID id) {
        var callback = callbacks.lock(id);
        if (callback.isClosed()) {
            throw new IllegalTransition(callback, CallbackStatus.WAITING);
        }
        callbacks.save(callback, callback.markedOverdue(), Change.of("OVERDUE"));
    }

    /**
     * Plans the next attempt, inside of the list's calling hours and not before the shortest time the list allows.
     *
     * @param agentsChoice the date the agent has chosen, which wins over the policy
     * @param delay what the retry policy says
     * @return the callback with its new time
     */
    public Callback scheduleRetry(UUID id, @Nullable Instant agentsChoice, Duration delay) {
        var callback = callbacks.lock(id);
        var now = clock.instant();
        if (callback.callable(now) == Callable.EXPIRED) {
            return callbacks.save(callback, callback.pastExpiry(), Change.of("RETRY_PAST_EXPIRY"));
        }
        var list = lists.get(callback.listId());
        var hours = list.hoursFor(callback.request().phoneNumber());
        var shortest = list.policy().shortestRetry();
        var chosen = agentsChoice != null && isPossible(callback, agentsChoice, hours, now) ? agentsChoice : null;
        var at = chosen != null
                ? notBefore(Promise.after(now, shortest), chosen)
                : new RetryDecision(delay, false)
                        .offeredAgainAt(callback, hours, shortest, now)
                        .orElse(callback.deadlines().expiresAt());
        var retried = callback.retriedAt(at, hours);
        var details = Map.of(
                "retryAt",
                retried.deadlines().eligibleAt().toString(),
                "decidedBy",
                chosen == null ? "POLICY" : "AGENT");
        return callbacks.save(callback, retried, Change.of("RETRY_SCHEDULED").with(details));
    }

    private static Instant notBefore(Instant earliest, Instant chosen) {
        return chosen.isBefore(earliest) ? earliest : chosen;
    }

    private static boolean isPossible(Callback callback, Instant at, OpeningCalendar hours, Instant now) {
        var expiresAt = callback.deadlines().expiresAt();
        return at.isAfter(now)
                && hours.nextOpening(at)
                        .filter(opening -> opening.isBefore(expiresAt))
                        .isPresent();
    }

    private void close(Callback callback, CallbackStatus as, Change change) {
        callbacks.save(callback, callback.closed(as, clock.instant()), change);
    }
}
