package io.ringback.callback;

import io.ringback.callback.CallbackEvent.RetryScheduled.By;
import io.ringback.list.Lists;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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
    private final TimeLimit limit;
    private final Clock clock;

    CaseLifecycle(Callbacks callbacks, CaseProcess process, Lists lists, TimeLimit limit, Clock clock) {
        this.callbacks = callbacks;
        this.process = process;
        this.lists = lists;
        this.limit = limit;
        this.clock = clock;
    }

    /** Ties the new process instance to the callback it is for. */
    public Callback register(UUID id, String processInstanceId) {
        return callbacks.bind(id, processInstanceId);
    }

    /** Lets the main callback's process know that its caller has asked once more. */
    public void tellMain(UUID relatedId) {
        var main = callbacks.get(callbacks.get(relatedId).mainCallbackIdOrFail());
        if (main.isSetAside()) {
            linkRelated(main.id(), relatedId);
        } else {
            process.relatedReceived(main, relatedId);
        }
    }

    /**
     * The caller has asked once more: the main callback becomes at least as good as the further request deserves.
     *
     * @return the main callback with its new times
     */
    public Callback linkRelated(UUID mainId, UUID relatedId) {
        var main = callbacks.lock(mainId);
        var further = callbacks.get(relatedId);
        var list = lists.get(main.listId());
        return callbacks.save(main.askedAgain(
                further,
                list.policy().askingAgainMovesAppointments(),
                list.hoursFor(main.request().phoneNumber()),
                clock.instant()));
    }

    /**
     * Its time has come: idle agents are woken after commit. Not so when the calling hours were changed meanwhile: then
     * the row's new time counts.
     */
    public void offer(UUID id) {
        var callback = callbacks.lock(id);
        var later = callback.callable(clock.instant()) == Callable.LATER;
        if (callback.status() != CallbackStatus.WAITING && !later) {
            callbacks.save(callback.inLine().becomeEligible());
        }
    }

    public void expire(UUID id) {
        callbacks.save(callbacks.lock(id).expired(clock.instant()));
    }

    public void resolve(UUID id) {
        callbacks.save(callbacks.lock(id).resolved(clock.instant()));
    }

    /** Ends the attempts: the retry policy or the list allows no further one. */
    public void giveUp(UUID id) {
        callbacks.save(callbacks.lock(id).givenUp(clock.instant()));
    }

    public void cancel(UUID id, @Nullable String reason) {
        callbacks.save(callbacks.lock(id).cancelled(reason, clock.instant()));
    }

    public void markOverdue(UUID id) {
        var callback = callbacks.lock(id);
        if (callback.isClosed() || !callback.overdue()) {
            callbacks.save(callback.markedOverdue());
        }
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
            return callbacks.save(callback.pastExpiry());
        }
        var list = lists.get(callback.listId());
        var hours = list.hoursFor(callback.request().phoneNumber());
        var shortest = list.policy().shortestRetry();
        var chosen =
                agentsChoice != null && new RetryTime(agentsChoice, callback.deadlines(), hours).isPossible(limit, now)
                        ? agentsChoice
                        : null;
        var at = chosen != null
                ? notBefore(Promise.after(now, shortest), chosen)
                : new RetryDecision(delay, false)
                        .offeredAgainAt(callback, hours, shortest, now)
                        .orElse(callback.deadlines().expiresAt());
        return callbacks.save(callback.retriedAt(at, chosen == null ? By.POLICY : By.AGENT, hours));
    }

    private static Instant notBefore(Instant earliest, Instant chosen) {
        return chosen.isBefore(earliest) ? earliest : chosen;
    }
}
