package io.ringback.process;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.operaton.bpm.engine.impl.context.Context;
import org.operaton.bpm.engine.impl.event.EventType;
import org.operaton.bpm.engine.impl.interceptor.Session;
import org.operaton.bpm.engine.impl.persistence.entity.EventSubscriptionEntity;
import org.operaton.bpm.engine.impl.persistence.entity.EventSubscriptionManager;
import org.operaton.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.operaton.bpm.engine.impl.persistence.entity.ExecutionManager;
import org.operaton.bpm.engine.impl.persistence.entity.JobEntity;
import org.operaton.bpm.engine.impl.persistence.entity.JobManager;
import org.operaton.bpm.engine.impl.persistence.entity.TaskEntity;
import org.operaton.bpm.engine.impl.persistence.entity.TaskManager;
import org.operaton.bpm.engine.impl.persistence.entity.VariableInstanceEntity;
import org.operaton.bpm.engine.impl.persistence.entity.VariableInstanceManager;
import org.operaton.bpm.engine.task.Task;

/**
 * The rows of instances as one command of the engine found them. The engine asks for those of each execution by themselves, and
 * again from each place that needs them; an instance has few, so they are asked for once, all of a kind (docs/decisions/086).
 * Another command asks anew.
 */
final class InstanceRows implements Session {

    private final Kind<ExecutionEntity> executions = new Kind<>(ExecutionEntity::getProcessInstanceId);
    private final Kind<EventSubscriptionEntity> subscriptions = new Kind<>(EventSubscriptionEntity::getExecutionId);
    private final Kind<VariableInstanceEntity> variables =
            new Kind<>(row -> row.getTaskId() != null ? row.getTaskId() : row.getExecutionId());
    private final Kind<JobEntity> jobs = new Kind<>(JobEntity::getExecutionId);
    private final Kind<TaskEntity> tasks = new Kind<>(TaskEntity::getExecutionId);

    private static InstanceRows ofCommand() {
        return Context.getCommandContext().getSession(InstanceRows.class);
    }

    /** Null for an execution that this command has not read. */
    private static @Nullable String instanceOf(String execution) {
        var known = Context.getCommandContext().getDbEntityManager().getCachedEntity(ExecutionEntity.class, execution);
        return known == null ? null : known.getProcessInstanceId();
    }

    /** What was written in between would be missing. */
    @Override
    public void flush() {
        List.of(executions, subscriptions, variables, jobs, tasks).forEach(kind -> kind.read.clear());
    }

    @Override
    public void close() {
        flush();
    }

    static final class Executions extends ExecutionManager {

        @Override
        public List<ExecutionEntity> findExecutionsByProcessInstanceId(String instance) {
            return ofCommand().executions.of(instance, instance, super::findExecutionsByProcessInstanceId);
        }
    }

    /** No message is ever left to a job: the server sends them itself, and waits. Signals of models may be. */
    static final class Subscriptions extends EventSubscriptionManager {

        @Override
        public List<EventSubscriptionEntity> findEventSubscriptionsByExecution(String execution) {
            return ofCommand()
                    .subscriptions
                    .ofExecution(
                            execution,
                            super::findEventSubscriptionsByProcessInstanceId,
                            super::findEventSubscriptionsByExecution);
        }

        @Override
        public List<EventSubscriptionEntity> findEventSubscriptionsByProcessInstanceId(String instance) {
            return ofCommand().subscriptions.all(instance, super::findEventSubscriptionsByProcessInstanceId);
        }

        @Override
        public void deleteEventSubscription(EventSubscriptionEntity subscription) {
            if (subscription.isSubscriptionForEventType(EventType.MESSAGE)) {
                getDbEntityManager().delete(subscription);
            } else {
                super.deleteEventSubscription(subscription);
            }
        }
    }

    static final class Variables extends VariableInstanceManager {

        @Override
        public List<VariableInstanceEntity> findVariableInstancesByExecutionIdAndVariableNames(
                String execution, @Nullable Collection<String> names) {
            var instance = instanceOf(execution);
            return instance == null
                    ? super.findVariableInstancesByExecutionIdAndVariableNames(execution, names)
                    : named(names, of(execution, instance));
        }

        @Override
        public List<VariableInstanceEntity> findVariableInstancesByTaskIdAndVariableNames(
                String task, @Nullable Collection<String> names) {
            var known = getDbEntityManager().getCachedEntity(TaskEntity.class, task);
            return known == null || known.getProcessInstanceId() == null
                    ? super.findVariableInstancesByTaskIdAndVariableNames(task, names)
                    : named(names, of(task, known.getProcessInstanceId()));
        }

        private List<VariableInstanceEntity> of(String owner, String instance) {
            return ofCommand().variables.of(owner, instance, super::findVariableInstancesByProcessInstanceId);
        }

        private static List<VariableInstanceEntity> named(
                @Nullable Collection<String> names, List<VariableInstanceEntity> variables) {
            if (names != null && !names.isEmpty()) {
                variables.removeIf(variable -> !names.contains(variable.getName()));
            }
            return variables;
        }
    }

    static final class Jobs extends JobManager {

        @Override
        public List<JobEntity> findJobsByExecutionId(String execution) {
            return ofCommand()
                    .jobs
                    .ofExecution(execution, super::findJobsByProcessInstanceId, super::findJobsByExecutionId);
        }
    }

    /** Tasks come from drawings, which have no tasks within tasks. */
    static final class Tasks extends TaskManager {

        @Override
        public List<TaskEntity> findTasksByExecutionId(String execution) {
            return ofCommand()
                    .tasks
                    .ofExecution(execution, super::findTasksByProcessInstanceId, super::findTasksByExecutionId);
        }

        @Override
        public List<TaskEntity> findTasksByProcessInstanceId(String instance) {
            return ofCommand().tasks.all(instance, super::findTasksByProcessInstanceId);
        }

        @Override
        public List<Task> findTasksByParentTaskId(String parentTaskId) {
            return List.of();
        }
    }

    /** @param owner by which the engine asks for such a row: its execution, or its task */
    private record Kind<T>(Map<String, Map<String, List<T>>> read, Function<T, @Nullable String> owner) {

        Kind(Function<T, @Nullable String> owner) {
            this(new HashMap<>(), owner);
        }

        /** @param one asks for those of the execution alone, where its instance is not known */
        List<T> ofExecution(String execution, Function<String, List<T>> ofInstance, Function<String, List<T>> one) {
            var instance = instanceOf(execution);
            return instance == null ? one.apply(execution) : of(execution, instance, ofInstance);
        }

        List<T> of(String owner, String instance, Function<String, List<T>> question) {
            return new ArrayList<>(ofInstance(instance, question).getOrDefault(owner, List.of()));
        }

        List<T> all(String instance, Function<String, List<T>> question) {
            return ofInstance(instance, question).values().stream()
                    .flatMap(Collection::stream)
                    .collect(Collectors.toCollection(ArrayList::new));
        }

        private Map<String, List<T>> ofInstance(String instance, Function<String, List<T>> question) {
            var known = read.get(instance);
            if (known == null) {
                known = question.apply(instance).stream()
                        .filter(row -> owner.apply(row) != null)
                        .collect(Collectors.groupingBy(owner));
                read.put(instance, known);
            }
            return known;
        }
    }
}
