package io.ringback.process;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
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
 * What the tests of a class have passed in the models. Flow nodes come from the engine's history; it knows nothing of
 * sequence flows and of gateways that only join, so a listener notes each flow taken by a transaction that was committed, and what it
 * leads away from.
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
    void keepFor(Class<?> testClass, HistoryService history) {
        var passed = passedBy.computeIfAbsent(testClass, any -> new TreeSet<>());
        history.createHistoricActivityInstanceQuery().finished().list().stream()
                .map(node -> key(node.getProcessDefinitionKey(), node.getActivityId()))
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
                flows.add(key(process, left));
            }
        });
    }
}
