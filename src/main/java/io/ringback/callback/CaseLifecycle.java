package io.ringback.callback;

import io.ringback.list.Lists;
import java.time.Clock;
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
     * It may be called now: idle agents are woken after commit. Not so when the calling hours were changed meanwhile: then
     * the row's new time counts.
     */
    public void offer(UUID id) {
        var callback = callbacks.lock(id);
        if (callback.callable(clock.instant()) == Callable.LATER) {
            return;
        }
        if (callback.status() != CallbackStatus.WAITING) {
            callbacks.save(callback, callback.becomeEligible(), Change.of("BECAME_ELIGIBLE"));
        }
        callbacks.offer(callback);
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

    private void close(Callback callback, CallbackStatus as, Change change) {
        callbacks.save(callback, callback.closed(as, clock.instant()), change);
    }
}
