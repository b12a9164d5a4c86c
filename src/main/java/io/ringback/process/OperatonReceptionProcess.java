package io.ringback.process;

import io.ringback.callback.ModelFault;
import io.ringback.process.contract.SharedNames;
import io.ringback.reception.Agent;
import io.ringback.reception.ReceptionNotAnswering;
import io.ringback.reception.ReceptionProcess;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.operaton.bpm.engine.RuntimeService;
import org.operaton.bpm.engine.runtime.ProcessInstance;
import org.operaton.bpm.engine.variable.Variables;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Speaks to the instances of {@code agentReception.bpmn}. */
@Component
class OperatonReceptionProcess implements ReceptionProcess {

    private final RuntimeService runtime;
    private final Messages messages;
    private final ProcessStarts starts;
    private final JdbcModels models;

    OperatonReceptionProcess(@Lazy RuntimeService runtime, Messages messages, ProcessStarts starts, JdbcModels models) {
        this.runtime = runtime;
        this.messages = messages;
        this.starts = starts;
        this.models = models;
    }

    @Override
    public Optional<String> start(Agent agent) {
        return starts.start(
                        SharedNames.AGENT_RECEPTION,
                        SharedNames.RECEIVING_SWITCHED_ON,
                        Objects.requireNonNull(agent.receptionId()).toString(),
                        Variables.createVariables().putValue(SharedNames.AGENT_ID, agent.id()),
                        null)
                .map(ProcessInstance::getId);
    }

    @Override
    public void callbackAvailable(Agent agent) {
        tell(agent, SharedNames.CALLBACK_AVAILABLE);
    }

    @Override
    public void callbackClosed(Agent agent) {
        tell(agent, SharedNames.CALLBACK_CLOSED);
    }

    @Override
    public void stop(Agent agent, boolean outcomeSaved) {
        tell(agent, SharedNames.STOP_RECEIVING, Map.of(SharedNames.OUTCOME_SAVED, Values.passing(outcomeSaved)));
    }

    @Override
    public boolean isRunning(Agent agent) {
        return agent.receptionProcessId() != null
                && runtime.createProcessInstanceQuery()
                                .processInstanceId(agent.receptionProcessId())
                                .active()
                                .count()
                        > 0;
    }

    @Override
    public Optional<ModelFault> diagnose(Agent agent) {
        return Optional.ofNullable(agent.receptionProcessId()).flatMap(models::whereabouts);
    }

    @Override
    public void discard(Agent agent) {
        var instance = agent.receptionProcessId();
        if (instance != null) {
            EngineCalls.run(
                    () -> runtime.deleteProcessInstanceIfExists(instance, "replaced", true, false, true, false),
                    (cause, fault) -> new ReceptionNotAnswering(agent.id(), "be discarded", cause, fault));
        }
    }

    private void tell(Agent agent, String message) {
        tell(agent, message, Map.of());
    }

    private void tell(Agent agent, String message, Map<String, Object> variables) {
        EngineCalls.run(
                () -> messages.send(agent.receptionProcessId(), message, variables),
                (cause, fault) -> new ReceptionNotAnswering(
                        agent.id(),
                        "take " + message,
                        cause,
                        fault == null ? diagnose(agent).orElse(null) : fault));
    }
}
