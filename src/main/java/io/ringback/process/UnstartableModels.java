package io.ringback.process;

import io.ringback.callback.DeployedModels;
import io.ringback.platform.database.FailureRecovery;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Marks the version of a process that does not start, so that what is begun next is begun on the one before it. */
@Component
class UnstartableModels implements FailureRecovery {

    private static final Logger log = LoggerFactory.getLogger(UnstartableModels.class);

    private final DeployedModels models;

    UnstartableModels(DeployedModels models) {
        this.models = models;
    }

    @Override
    public boolean helpsAgainst(RuntimeException failure) {
        return failure instanceof ModelDoesNotStart;
    }

    @Override
    public void apply(RuntimeException failure, boolean again) {
        var blamed = models.blame(((ModelDoesNotStart) failure).fault(), false);
        log.error("Nothing is begun with a version that does not start, but with one before it: {}", blamed.told());
    }
}
