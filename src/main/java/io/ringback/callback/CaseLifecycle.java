package io.ringback.callback;

import io.ringback.hours.OpeningCalendar;
import io.ringback.list.Lists;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Function;
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
        var further = callbacks.get(relatedId).deadlines();
        var list = lists.get(main.listId());
        var better = main.askedAgain(
                further,
                list.policy().askingAgainMovesAppointments(),
                list.hoursFor(main.request().phoneNumber()),
                clock.instant());
        return callbacks.save(main, better, Change.of("RELATED_RECEIVED").with(moved(main, better, relatedId)));
    }

    private static Map<String, String> moved(Callback before, Callback after, UUID relatedId) {
        var details = new TreeMap<>(Map.of("relatedCallbackId", relatedId.toString()));
        BiConsumer<String, Function<Deadlines, Instant>> note = (name, time) -> {
            if (!time.apply(before.deadlines()).equals(time.apply(after.deadlines()))) {
                details.put(name, time.apply(after.deadlines()).toString());
            }
        };
        note.accept("eligibleAt", Deadlines::eligibleAt);
        note.accept("dueAt", Deadlines::dueAt);
        note.accept("expiresAt", Deadlines::expiresAt);
        return details;
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
        if (!callback.overdue()) {
            callbacks.save(callback, callback.markedOverdue(), Change.of("OVERDUE"));
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
        var retried = callback.retriedAt(at, chosen != null, hours);
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

    private boolean isPossible(Callback callback, Instant at, OpeningCalendar hours, Instant now) {
        var expiresAt = callback.deadlines().expiresAt();
        return at.isAfter(now)
                && limit.allows(at, now)
                && hours.nextOpening(at)
                        .filter(opening -> opening.isBefore(expiresAt))
                        .isPresent();
    }

    private void close(Callback callback, CallbackStatus as, Change change) {
        callbacks.save(callback, callback.closed(as, clock.instant()), change);
    }
}
