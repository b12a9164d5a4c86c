package io.ringback.intake;

import io.ringback.callback.Callback;
import io.ringback.callback.Callbacks;
import io.ringback.callback.CaseLifecycle;
import io.ringback.callback.CaseProcess;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Closes callbacks whose expiry has passed and whose timer is late, before anything is merged into them. */
@Component
public class LateExpiry {

    private final Callbacks callbacks;
    private final CaseProcess process;
    private final CaseLifecycle lifecycle;
    private final Clock clock;

    LateExpiry(Callbacks callbacks, CaseProcess process, CaseLifecycle lifecycle, Clock clock) {
        this.callbacks = callbacks;
        this.process = process;
        this.lifecycle = lifecycle;
        this.clock = clock;
    }

    /**
     * Closes the callback if it is past its expiry and in nobody's hands. Joins the caller's transaction.
     *
     * @return whether it is closed now
     */
    public boolean expires(Callback seen) {
        if (!seen.isPastExpiry(clock.instant())) {
            return seen.isClosed();
        }
        var callback = callbacks.lock(seen.id());
        if (!callback.isPastExpiry(clock.instant())) {
            return callback.isClosed();
        }
        if (!callback.isSetAside()) {
            process.fireLateTimers(callback);
        }
        if (!callbacks.get(callback.id()).isClosed()) {
            lifecycle.expire(callback.id());
            process.discard(callback);
        }
        return true;
    }
}
