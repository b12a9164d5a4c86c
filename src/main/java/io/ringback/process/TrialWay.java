package io.ringback.process;

import io.ringback.trial.TrialPath;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.operaton.bpm.engine.delegate.DelegateExecution;
import org.operaton.bpm.engine.delegate.ExecutionListener;
import org.operaton.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.operaton.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.operaton.bpm.engine.impl.pvm.PvmTransition;
import org.operaton.bpm.engine.impl.pvm.process.ActivityImpl;
import org.operaton.bpm.engine.impl.pvm.process.ActivityStartBehavior;
import org.operaton.bpm.engine.impl.pvm.process.ScopeImpl;
import org.operaton.bpm.engine.impl.pvm.process.TransitionImpl;
import org.operaton.bpm.engine.variable.value.TypedValue;

/** Listens to a process that was deployed to be played, and tells its way. Nothing of it is in the processes of real cases. */
final class TrialWay {

    /** Ids made up for the occasion, which say nothing. */
    private static final Set<String> NOTHING_SAID = Set.of("agentId", "allocationId", "relatedCallbackId");

    private final TrialPath path;

    private TrialWay(TrialPath path) {
        this.path = path;
    }

    static void follow(ProcessDefinitionEntity process, TrialPath path) {
        new TrialWay(path).follow((ScopeImpl) process);
    }

    private void follow(ScopeImpl scope) {
        for (var activity : scope.getActivities()) {
            if (activity.getId().indexOf('#') < 0) {
                activity.addBuiltInListener(ExecutionListener.EVENTNAME_START, (ExecutionListener)
                        execution -> entered(activity, execution));
                activity.addBuiltInListener(ExecutionListener.EVENTNAME_END, (ExecutionListener)
                        execution -> path.left(instance(execution), activity.getId(), variables(execution)));
            }
            activity.getOutgoingTransitions()
                    .forEach(flow -> ((TransitionImpl) flow)
                            .addBuiltInListener(ExecutionListener.EVENTNAME_TAKE, (ExecutionListener)
                                    execution -> took(flow, execution)));
            follow(activity);
        }
    }

    /** What an element puts out is there only now. */
    private void took(PvmTransition flow, DelegateExecution execution) {
        path.left(instance(execution), flow.getSource().getId(), variables(execution));
        path.took(instance(execution), flow.getId(), flow.getDestination().getId());
    }

    private void entered(ActivityImpl activity, DelegateExecution execution) {
        var type = String.valueOf(activity.getProperty("type"));
        var name = activity.getName() == null ? (String) activity.getProperty("name") : activity.getName();
        path.entered(
                instance(execution),
                activity.getId(),
                name == null || name.isBlank() ? null : name,
                drawn(type),
                type.endsWith("EndEvent") && endsTheCase(activity),
                variables(execution));
    }

    /** The kind of element as BPMN calls it; the engine tells more kinds apart. */
    private static String drawn(String type) {
        if (type.startsWith("boundary") || type.endsWith("BoundaryCatch")) {
            return "boundaryEvent";
        }
        if (type.startsWith("intermediate")) {
            return type.contains("Throw") ? "intermediateThrowEvent" : "intermediateCatchEvent";
        }
        if (type.endsWith("StartEvent") || type.endsWith("startEvent")) {
            return "startEvent";
        }
        return type.endsWith("EndEvent") ? "endEvent" : type;
    }

    /** Not those of subprocesses, but for what takes over the whole case. */
    private static boolean endsTheCase(ActivityImpl end) {
        var scope = end.getFlowScope();
        return scope == end.getProcessDefinition()
                || scope instanceof ActivityImpl subprocess
                        && subprocess.isTriggeredByEvent()
                        && subprocess.getActivityStartBehavior() == ActivityStartBehavior.INTERRUPT_EVENT_SCOPE;
    }

    private static String instance(DelegateExecution execution) {
        return ((ExecutionEntity) execution).getRootProcessInstanceId();
    }

    private static Map<String, @Nullable Object> variables(DelegateExecution execution) {
        var variables = new TreeMap<String, @Nullable Object>();
        execution.getVariables().forEach((name, value) -> {
            if (!NOTHING_SAID.contains(name)) {
                variables.put(name, plain(value));
            }
        });
        return variables;
    }

    /** As JSON tells it. */
    static @Nullable Object plain(@Nullable Object value) {
        if (value instanceof TypedValue typed) {
            return plain(typed.getValue());
        }
        if (value instanceof Date date) {
            return Instant.ofEpochMilli(date.getTime());
        }
        return value == null || value instanceof Number || value instanceof Boolean ? value : value.toString();
    }
}
