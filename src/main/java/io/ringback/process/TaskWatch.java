package io.ringback.process;

import io.ringback.form.Form;
import io.ringback.form.FormVersion;
import io.ringback.form.Forms;
import io.ringback.process.contract.SharedNames;
import io.ringback.task.WaitingTasks;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.operaton.bpm.engine.delegate.DelegateTask;
import org.operaton.bpm.engine.delegate.TaskListener;
import org.operaton.bpm.engine.impl.bpmn.parser.EventSubscriptionDeclaration;
import org.operaton.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.operaton.bpm.engine.impl.persistence.entity.TaskEntity;
import org.operaton.bpm.engine.impl.task.TaskDefinition;
import org.operaton.bpm.engine.task.IdentityLink;
import org.springframework.stereotype.Component;

/** Tells of the user tasks that are not those of the call: they are for somebody else than the agent who has the case. */
@Component
class TaskWatch {

    private final WaitingTasks tasks;
    private final Forms forms;

    TaskWatch(WaitingTasks tasks, Forms forms) {
        this.tasks = tasks;
        this.forms = forms;
    }

    void accept(DelegateTask task) {
        if (isOfCall(task)) {
            return;
        }
        if (task.getEventName().equals(TaskListener.EVENTNAME_CREATE)) {
            opened((TaskEntity) task);
        } else {
            tasks.withdrawn(task.getId());
        }
    }

    /** The same as {@link JdbcWaitingPlaces#ofCallTask} finds. */
    private static boolean isOfCall(DelegateTask task) {
        return SharedNames.TASKS_OF_THE_CALL.contains(task.getTaskDefinitionKey())
                || EventSubscriptionDeclaration.getDeclarationsForScope(
                                ((ExecutionEntity) task.getExecution()).getActivity())
                        .values()
                        .stream()
                        .map(EventSubscriptionDeclaration::getUnresolvedEventName)
                        .anyMatch(SharedNames.WORDS_OF_CALLS::contains);
    }

    private void opened(TaskEntity task) {
        var callbackId = callbackId(task.getExecution());
        if (callbackId != null) {
            var name = task.getName();
            tasks.opened(new WaitingTasks.Opened(
                    task.getId(),
                    callbackId,
                    task.getTaskDefinitionKey(),
                    name == null || name.isBlank() ? task.getTaskDefinitionKey() : name,
                    candidates(task, IdentityLink::getGroupId),
                    people(task),
                    task.getAssignee(),
                    form(task.getTaskDefinition())));
        }
    }

    private static Set<String> candidates(TaskEntity task, Function<IdentityLink, @Nullable String> who) {
        return task.getCandidates().stream()
                .map(who)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    private static Set<String> people(TaskEntity task) {
        var people = candidates(task, IdentityLink::getUserId);
        if (task.getAssignee() != null) {
            people.add(task.getAssignee());
        }
        return people;
    }

    /** Of the case; also where a process that it has called waits. Null for what is of no case. */
    private static @Nullable UUID callbackId(ExecutionEntity execution) {
        var outermost = execution.getProcessInstance();
        while (outermost.getSuperExecution() != null) {
            outermost = outermost.getSuperExecution().getProcessInstance();
        }
        return id(outermost.getBusinessKey());
    }

    private static @Nullable UUID id(@Nullable String key) {
        try {
            return key == null ? null : UUID.fromString(key);
        } catch (IllegalArgumentException none) {
            return null;
        }
    }

    private @Nullable FormVersion form(TaskDefinition definition) {
        var key = definition.getOperatonFormDefinitionKey();
        return key == null
                ? null
                : forms.find(key.getExpressionText()).map(Form::version).orElse(null);
    }
}
