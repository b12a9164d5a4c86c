package io.ringback.process;

import io.ringback.list.CaseProcesses;
import io.ringback.process.contract.SharedNames;
import java.util.List;
import org.springframework.stereotype.Component;

/** The processes of callbacks as the engine has them. */
@Component
class DeployedCaseProcesses implements CaseProcesses {

    private final JdbcModels models;

    DeployedCaseProcesses(JdbcModels models) {
        this.models = models;
    }

    @Override
    public List<String> ids() {
        return models.beginningWith(SharedNames.CALLBACK_REQUESTED);
    }
}
