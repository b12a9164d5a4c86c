package io.ringback.callback;

import io.ringback.platform.Conflict;
import io.ringback.platform.Remedy;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * Callbacks whose process does not answer. One such case must not stop a Save or an allocation: it is set aside, told in
 * the log, listed for supervisors, and passed by until one of them repairs it.
 */
@Service
class SickCases implements Remedy {

    private static final Logger log = LoggerFactory.getLogger(SickCases.class);

    private final Callbacks callbacks;
    private final CaseProcess process;

    SickCases(Callbacks callbacks, CaseProcess process) {
        this.callbacks = callbacks;
        this.process = process;
    }

    @Override
    public boolean helpsAgainst(RuntimeException failure) {
        return failure instanceof CaseNotAnswering;
    }

    @Override
    public void apply(RuntimeException failure) {
        setAside(((CaseNotAnswering) failure).callbackId());
    }

    private void setAside(UUID id) {
        var callback = callbacks.lock(id);
        if (callback.isClosed() || callback.isSetAside() || process.answers(callback)) {
            return;
        }
        var setAside = callbacks.save(callback.setAside());
        log.atError()
                .addKeyValue("callback.id", id)
                .addKeyValue("list.id", callback.listId())
                .log(
                        "Callback {} on list {} is set aside: {}. A supervisor can repair it with"
                                + " POST /api/v1/callbacks/{}/repair",
                        id,
                        callback.listId(),
                        setAside.setAsideBecause(),
                        id);
    }

    /** @throws Conflict unless it is set aside, open and in nobody's hands */
    Callback repair(UUID id) {
        var callback = callbacks.lock(id);
        if (!callback.isSetAside() || callback.isClosed()) {
            throw new Conflict("Expected an open callback that is set aside, but it is %s%s."
                    .formatted(callback.status(), callback.isSetAside() ? "" : " and not set aside"));
        }
        if (callback.holder() != null) {
            throw new Conflict(
                    "Expected a callback in nobody's hands, but agent %s has it.".formatted(callback.holder()));
        }
        process.discard(callback);
        var repaired = callbacks.save(callback.repaired());
        process.start(repaired);
        return callbacks.get(id);
    }
}
