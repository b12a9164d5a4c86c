package io.ringback.process;

import io.ringback.process.contract.SharedNames;
import io.ringback.trace.Traces;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.operaton.bpm.engine.HistoryService;
import org.operaton.bpm.engine.delegate.DelegateExecution;
import org.operaton.bpm.engine.delegate.ExecutionListener;
import org.operaton.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.operaton.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.operaton.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.operaton.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.operaton.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.operaton.bpm.engine.impl.pvm.process.ScopeImpl;
import org.operaton.bpm.engine.impl.pvm.process.TransitionImpl;
import org.operaton.bpm.engine.impl.util.xml.Element;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What the tests of a class have passed in the models. Flow nodes of cases come from their ways, as auditors are told them; those of
 * receptions, which have none, from the engine's history and from the flows that led away. The engine knows nothing of sequence flows, so a
 * listener notes each one taken by a transaction that was committed.
 */
class Footprints extends AbstractProcessEnginePlugin {

    private final Set<String> flows = ConcurrentHashMap.newKeySet();
    private final Map<Class<?>, Set<String>> passedBy = new HashMap<>();

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        var listeners = new ArrayList<BpmnParseListener>();
        Optional.ofNullable(configuration.getCustomPostBPMNParseListeners()).ifPresent(listeners::addAll);
        listeners.add(new AbstractBpmnParseListener() {
            @Override
            public void parseSequenceFlow(Element element, ScopeImpl scope, TransitionImpl flow) {
                var left = flow.getSource().getId();
                flow.addListener(
                        ExecutionListener.EVENTNAME_TAKE, (ExecutionListener) execution -> taken(execution, left));
            }
        });
        configuration.setCustomPostBPMNParseListeners(listeners);
    }

    /** Adds what the test that ends now has passed to what its class has. */
    void keepFor(Class<?> testClass, HistoryService history, Traces traces) {
        var passed = passedBy.computeIfAbsent(testClass, any -> new TreeSet<>());
        history.createHistoricActivityInstanceQuery().finished().list().stream()
                .filter(node -> node.getProcessDefinitionKey().equals(SharedNames.AGENT_RECEPTION))
                .map(node -> key(node.getProcessDefinitionKey(), node.getActivityId()))
                .forEach(passed::add);
        history.createHistoricProcessInstanceQuery().rootProcessInstances().list().stream()
                .filter(instance -> !instance.getProcessDefinitionKey().equals(SharedNames.AGENT_RECEPTION))
                .flatMap(instance -> traces.of(UUID.fromString(instance.getBusinessKey())).steps().stream())
                .filter(step -> step.endedAt() != null)
                .map(step -> key(step.on().key(), step.elementId()))
                .forEach(passed::add);
        passed.addAll(flows);
        flows.clear();
    }

    /** The flow nodes entered and left and the sequence flows taken by the tests of this class, as {@link #key keys}. */
    Set<String> of(Class<?> testClass) {
        return passedBy.getOrDefault(testClass, Set.of());
    }

    static String key(String processId, String elementId) {
        return processId + "/" + elementId;
    }

    private void taken(DelegateExecution execution, String left) {
        var process = ((ExecutionEntity) execution).getProcessDefinition().getKey();
        var flow = key(process, execution.getCurrentTransitionId());
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                flows.add(flow);
                if (process.equals(SharedNames.AGENT_RECEPTION)) {
                    flows.add(key(process, left));
                }
            }
        });
    }
}
