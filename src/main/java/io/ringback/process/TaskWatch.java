package io.ringback.process;

import io.ringback.form.Form;
import io.ringback.form.Forms;
import io.ringback.task.WaitingTasks;
import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.operaton.bpm.engine.delegate.DelegateTask;
import org.operaton.bpm.engine.delegate.TaskListener;
import org.operaton.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.operaton.bpm.engine.impl.persistence.entity.TaskEntity;
import org.operaton.bpm.engine.task.IdentityLink;
import org.operaton.bpm.engine.task.IdentityLinkType;
import org.operaton.bpm.engine.task.Task;
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
        if (CallTasks.isOfCall(task)) {
            return;
        }
        if (task.getEventName().equals(TaskListener.EVENTNAME_DELETE)) {
            tasks.withdrawn(task.getId());
        } else {
            opened((TaskEntity) task);
        }
    }

    private void opened(TaskEntity task) {
        var key = task.getTaskDefinition().getOperatonFormDefinitionKey();
        opened(
                task,
                businessKey(task.getExecution()),
                task.getCandidates(),
                key == null ? null : key.getExpressionText());
    }

    /** It has been waiting for longer than the server shows such tasks. */
    void opened(Task task, String businessKey, Collection<? extends IdentityLink> links) {
        var form = task.getOperatonFormRef();
        opened(
                task,
                businessKey,
                links.stream()
                        .filter(link -> link.getType().equals(IdentityLinkType.CANDIDATE))
                        .toList(),
                form == null ? null : form.getKey());
    }

    private void opened(
            Task task,
            @Nullable String businessKey,
            Collection<? extends IdentityLink> candidates,
            @Nullable String form) {
        var callbackId = id(businessKey);
        if (callbackId != null) {
            var name = task.getName();
            var people = named(candidates, IdentityLink::getUserId);
            if (task.getAssignee() != null) {
                people.add(task.getAssignee());
            }
            tasks.opened(new WaitingTasks.Opened(
                    task.getId(),
                    callbackId,
                    task.getTaskDefinitionKey(),
                    name == null || name.isBlank() ? task.getTaskDefinitionKey() : name,
                    named(candidates, IdentityLink::getGroupId),
                    people,
                    task.getAssignee(),
                    form == null ? null : forms.find(form).map(Form::version).orElse(null)));
        }
    }

    private static Set<String> named(
            Collection<? extends IdentityLink> links, Function<IdentityLink, @Nullable String> who) {
        return links.stream().map(who).filter(Objects::nonNull).collect(Collectors.toCollection(TreeSet::new));
    }

    /** That of the case; also where a process that it has called waits. */
    private static @Nullable String businessKey(ExecutionEntity execution) {
        var outermost = execution.getProcessInstance();
        while (outermost.getSuperExecution() != null) {
            outermost = outermost.getSuperExecution().getProcessInstance();
        }
        return outermost.getBusinessKey();
    }

    private static @Nullable UUID id(@Nullable String key) {
        try {
            return key == null ? null : UUID.fromString(key);
        } catch (IllegalArgumentException none) {
            return null;
        }
    }
}
