package io.ringback.process;

import io.ringback.reception.Agent;
import io.ringback.reception.ReceptionNotAnswering;
import io.ringback.reception.ReceptionProcess;
import java.util.Map;
import java.util.Objects;
import org.operaton.bpm.engine.RuntimeService;
import org.operaton.bpm.engine.variable.Variables;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Speaks to the instances of {@code agentReception.bpmn}. */
@Component
class OperatonReceptionProcess implements ReceptionProcess {

    private final RuntimeService runtime;
    private final Messages messages;

    OperatonReceptionProcess(@Lazy RuntimeService runtime, Messages messages) {
        this.runtime = runtime;
        this.messages = messages;
    }

    @Override
    public String start(Agent agent) {
        return EngineCalls.call(
                () -> runtime.startProcessInstanceByMessage(
                                Names.RECEIVING_SWITCHED_ON,
                                Objects.requireNonNull(agent.receptionId()).toString(),
                                Variables.createVariables().putValue(Names.AGENT_ID, agent.id()))
                        .getId(),
                cause -> new ReceptionNotAnswering(agent.id(), "start", cause));
    }

    @Override
    public void callbackAvailable(Agent agent) {
        tell(agent, Names.CALLBACK_AVAILABLE);
    }

    @Override
    public void callbackClosed(Agent agent) {
        tell(agent, Names.CALLBACK_CLOSED);
    }

    @Override
    public void stop(Agent agent, boolean outcomeSaved) {
        tell(agent, Names.STOP_RECEIVING, Map.of(Names.OUTCOME_SAVED, Values.passing(outcomeSaved)));
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

    private void tell(Agent agent, String message) {
        tell(agent, message, Map.of());
    }

    private void tell(Agent agent, String message, Map<String, Object> variables) {
        EngineCalls.run(
                () -> messages.send(agent.receptionProcessId(), message, variables),
                cause -> new ReceptionNotAnswering(agent.id(), "take " + message, cause));
    }
}
