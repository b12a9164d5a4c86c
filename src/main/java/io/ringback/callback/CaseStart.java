package io.ringback.callback;

import java.util.function.Supplier;
import org.springframework.stereotype.Service;

/** Begins the case of a request that has been written. Joins the caller's transaction. */
@Service
public class CaseStart {

    private final CaseProcess process;
    private final Callbacks callbacks;
    private final CaseLifecycle lifecycle;
    private final CaseRecovery recovery;

    CaseStart(CaseProcess process, Callbacks callbacks, CaseLifecycle lifecycle, CaseRecovery recovery) {
        this.process = process;
        this.callbacks = callbacks;
        this.lifecycle = lifecycle;
        this.recovery = recovery;
    }

    /** When no version of the process starts, the request is kept all the same: linked, or set aside. */
    public Callback begin(Callback callback) {
        var started = process.start(callback);
        var fault = started.fault();
        if (fault == null) {
            return started.isHeldBack() ? callbacks.get(callback.id()) : callback;
        }
        callbacks.unbind(callback.id());
        if (callback.isClosed()) {
            lifecycle.tellMain(callback.id());
            return callback;
        }
        return recovery.setAsideAtOnce(callback, fault);
    }

    /** Does work in which many begin; see {@link CaseProcess#together}. */
    public <T> T together(Supplier<T> work) {
        return process.together(work);
    }
}
