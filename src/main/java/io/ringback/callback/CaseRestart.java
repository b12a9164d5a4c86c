package io.ringback.callback;

import io.ringback.platform.problem.Conflict;
import org.springframework.stereotype.Service;

/** Begins the case of an open callback anew, with another process instance. Joins the caller's transaction, who has locked the row. */
@Service
public class CaseRestart {

    private final CaseProcess process;
    private final Callbacks callbacks;

    CaseRestart(CaseProcess process, Callbacks callbacks) {
        this.process = process;
        this.callbacks = callbacks;
    }

    /**
     * Ends what is left of the instance before.
     *
     * @throws Conflict when no version of its process starts
     */
    public Callback beginAnew(Callback callback) {
        process.discard(callback);
        var fault = process.startAnew(callback).fault();
        if (fault != null) {
            throw new Conflict(
                    "Expected a version of its process that starts, but there is none: %s. Deploy a mended one."
                            .formatted(fault.message()));
        }
        return callbacks.get(callback.id());
    }
}
