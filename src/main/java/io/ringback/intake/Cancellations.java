package io.ringback.intake;

import io.ringback.callback.Callback;
import io.ringback.callback.Callbacks;
import io.ringback.callback.CaseLifecycle;
import io.ringback.callback.CaseProcess;
import io.ringback.platform.problem.Conflict;
import io.ringback.reception.Agents;
import io.ringback.reception.Receptions;
import java.time.Clock;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.stereotype.Service;

/**
 * Cancels callbacks, also out of an agent's hands, who then gets the next one; not out of a conversation. Joins the caller's transaction.
 */
@Service
public class Cancellations {

    private final Callbacks callbacks;
    private final Agents agents;
    private final Receptions receptions;
    private final CaseProcess process;
    private final CaseLifecycle lifecycle;
    private final Clock clock;

    Cancellations(
            Callbacks callbacks,
            Agents agents,
            Receptions receptions,
            CaseProcess process,
            CaseLifecycle lifecycle,
            Clock clock) {
        this.callbacks = callbacks;
        this.agents = agents;
        this.receptions = receptions;
        this.process = process;
        this.lifecycle = lifecycle;
        this.clock = clock;
    }

    /**
     * One that is to be cancelled already stays as it is.
     *
     * @throws Conflict when it is closed already
     */
    public Callback cancel(UUID id, @Nullable String reason) {
        var callback = lockWithHolder(id);
        if (callback.isClosed()) {
            throw new Conflict("Expected an open callback, but this one is %s.".formatted(callback.status()));
        }
        if (!callback.isToBeCancelled()) {
            cancelOpen(callback, reason);
        }
        return callbacks.get(id);
    }

    /** Whether it is cancelled by this; not when it is closed, or to be cancelled, already. */
    public boolean cancelIfOpen(UUID id, @Nullable String reason) {
        var callback = lockWithHolder(id);
        var cancels = !callback.isClosed() && !callback.isToBeCancelled();
        if (cancels) {
            cancelOpen(callback, reason);
        }
        return cancels;
    }

    /**
     * The caller was served otherwise.
     *
     * @return how many are cancelled by this, those in a conversation among them, which are closed after it
     */
    int cancelAll(String phoneNumber, @Nullable String listId, @Nullable String reason) {
        int cancelled = 0;
        for (var id : callbacks.openOf(phoneNumber, listId)) {
            if (cancelIfOpen(id, reason)) {
                cancelled++;
            }
        }
        return cancelled;
    }

    /** One whose agent is in a call is only marked: its process closes it when the agent is done. */
    private void cancelOpen(Callback callback, @Nullable String reason) {
        if (callback.holding() != null && callback.inHand().outlastsCancelling()) {
            callbacks.save(callback.inHand().cancelRequested(reason, clock.instant()));
            return;
        }
        if (!callback.isSetAside()) {
            process.cancelRequested(callback, reason);
            letGo(callback);
            return;
        }
        lifecycle.cancel(callback.id(), reason);
        process.discard(callback);
        letGo(callback);
    }

    /** The agent who had it, unless the process has told that already. */
    private void letGo(Callback callback) {
        if (callback.holding() != null) {
            receptions.callbackClosed(callback.holding().allocationId());
        }
    }

    /** Agent before callback, like everywhere; whoever gets it in between makes this try begin anew. */
    private Callback lockWithHolder(UUID id) {
        var holder = callbacks.get(id).holder();
        if (holder != null) {
            agents.lock(holder);
        }
        var callback = callbacks.lock(id);
        if (!Objects.equals(holder, callback.holder()) && callback.holder() != null) {
            throw new CannotAcquireLockException("the callback was allocated in the meantime");
        }
        return callback;
    }
}
