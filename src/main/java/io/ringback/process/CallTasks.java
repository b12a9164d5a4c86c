package io.ringback.process;

import io.ringback.process.contract.SharedNames;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import org.operaton.bpm.engine.TaskService;
import org.operaton.bpm.engine.delegate.DelegateTask;
import org.operaton.bpm.engine.impl.bpmn.parser.EventSubscriptionDeclaration;
import org.operaton.bpm.engine.impl.context.Context;
import org.operaton.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.operaton.bpm.engine.impl.persistence.entity.TaskEntity;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The tasks in which agents call and save. Any other user task of an instance belongs to somebody else. */
@Component
class CallTasks {

    private final TaskService tasks;
    private final ProcessStarts starts;

    CallTasks(@Lazy TaskService tasks, ProcessStarts starts) {
        this.tasks = tasks;
        this.starts = starts;
    }

    /** Whether it is one: it has such a name, or waits for word of a call on its edge. */
    static boolean isOfCall(DelegateTask task) {
        return SharedNames.TASKS_OF_THE_CALL.contains(task.getTaskDefinitionKey())
                || EventSubscriptionDeclaration.getDeclarationsForScope(
                                ((ExecutionEntity) task.getExecution()).getActivity())
                        .values()
                        .stream()
                        .map(EventSubscriptionDeclaration::getUnresolvedEventName)
                        .anyMatch(SharedNames.WORDS_OF_CALLS::contains);
    }

    /** The one that is open in an instance. */
    Optional<String> openIn(String processInstanceId) {
        return starts.together(() -> read(processInstanceId));
    }

    /** @return whether there was one */
    boolean complete(String processInstanceId, Map<String, Object> variables) {
        return starts.together(() -> {
            var task = read(processInstanceId);
            task.ifPresent(open -> tasks.complete(open, variables));
            return task.isPresent();
        });
    }

    private static Optional<String> read(String processInstanceId) {
        var command = Context.getCommandContext();
        // So that the engine knows them, and with them whose rows it is asked for.
        command.getExecutionManager().findExecutionsByProcessInstanceId(processInstanceId);
        return command.getTaskManager().findTasksByProcessInstanceId(processInstanceId).stream()
                .filter(CallTasks::isOfCall)
                .min(Comparator.comparing(TaskEntity::getCreateTime).thenComparing(TaskEntity::getId))
                .map(TaskEntity::getId);
    }
}
