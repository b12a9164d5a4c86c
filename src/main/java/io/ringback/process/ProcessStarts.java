package io.ringback.process;

import io.ringback.callback.ModelFault;
import io.ringback.process.contract.ProcessContract;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.operaton.bpm.engine.ProcessEngine;
import org.operaton.bpm.engine.RuntimeService;
import org.operaton.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.operaton.bpm.engine.runtime.ProcessInstance;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Starts instances on the newest version of their process that starts, at last on the one that is shipped. */
@Component
class ProcessStarts {

    private final RuntimeService runtime;
    private final JdbcModels models;
    private final Rollout rollout;
    private final ProcessEngine engine;

    ProcessStarts(@Lazy RuntimeService runtime, JdbcModels models, Rollout rollout, @Lazy ProcessEngine engine) {
        this.engine = engine;
        this.runtime = runtime;
        this.models = models;
        this.rollout = rollout;
    }

    /**
     * @param instanceId of the instance; null for any
     * @return empty when no version starts
     * @throws ModelDoesNotStart for a version of which that was not known
     */
    Optional<ProcessInstance> start(
            String process,
            String message,
            String businessKey,
            Map<String, Object> variables,
            @Nullable String instanceId) {
        var newest = models.newestThatStarts(process);
        if (newest.isEmpty() && rollout.deployShipped("processes", process + ".bpmn")) {
            newest = models.newestThatStarts(process);
        }
        var name = ProcessContract.engineStart(process, message);
        return newest.map(
                definition -> InstanceIds.starting(instanceId, () -> begin(definition, name, businessKey, variables)));
    }

    private ProcessInstance begin(
            String definition, String message, String businessKey, Map<String, Object> variables) {
        return EngineCalls.call(
                () -> runtime.createMessageCorrelation(message)
                        .processDefinitionId(definition)
                        .processInstanceBusinessKey(businessKey)
                        .setVariables(variables)
                        .correlateStartMessage(),
                (cause, fault) -> new ModelDoesNotStart(
                        new ModelFault(definition, fault == null ? null : fault.element(), Faults.message(cause)),
                        cause));
    }

    /** Within one command of the engine, which writes at its end what all calls within it have to be written. */
    <T> T together(Supplier<T> work) {
        var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        return configuration.getCommandExecutorTxRequired().execute(command -> work.get());
    }
}
