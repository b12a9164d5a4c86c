package io.ringback.callback;

import io.ringback.list.Lists;
import java.time.Clock;
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

    /**
     * Ties the new process instance to the callback it is for.
     *
     * @param holdsBack whether agents are given the callback only when this process has offered it
     */
    public Callback register(UUID id, String processInstanceId, boolean holdsBack) {
        return callbacks.bind(id, processInstanceId, holdsBack ? Offering.NOT_YET : Offering.ANY_TIME);
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
     * It may be called now: idle agents are woken after commit. Not so when the calling hours were changed meanwhile: then
     * the row's new time counts.
     */
    public void offer(UUID id) {
        var callback = callbacks.lock(id);
        if (callback.isHeldBack()) {
            callbacks.offer(callbacks.save(callback.inLine().offered(clock.instant())));
            return;
        }
        if (callback.callable(clock.instant()) == Eligibility.LATER || callback.isToBeCancelled()) {
            return;
        }
        if (callback.status() != CallbackStatus.WAITING) {
            callbacks.save(callback.inLine().becomeEligible());
        }
        callbacks.offer(callback);
    }

    public void expire(UUID id) {
        callbacks.save(callbacks.lock(id).ending().expired(clock.instant()));
    }

    public void resolve(UUID id) {
        callbacks.save(callbacks.lock(id).ending().resolved(clock.instant()));
    }

    /** Ends the attempts: the retry policy or the list allows no further one. */
    public void giveUp(UUID id) {
        callbacks.save(callbacks.lock(id).ending().givenUp(clock.instant()));
    }

    public void cancel(UUID id, @Nullable String reason) {
        callbacks.save(callbacks.lock(id).ending().cancelled(reason, clock.instant()));
    }

    /** Nothing when it is closed, since a drawing may go on after that, or overdue already, as one that begins anew. */
    public void markOverdue(UUID id) {
        var callback = callbacks.lock(id);
        if (!callback.isClosed() && !callback.overdue()) {
            callbacks.save(callback.markedOverdue());
        }
    }
}
