package io.ringback.process;

import io.ringback.callback.Callback;
import io.ringback.callback.CaseNotAnswering;
import io.ringback.callback.CaseProcess;
import io.ringback.callback.Eligibility;
import io.ringback.callback.ModelFault;
import io.ringback.callback.Outcome;
import io.ringback.process.contract.SharedNames;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.operaton.bpm.engine.MismatchingMessageCorrelationException;
import org.operaton.bpm.engine.RuntimeService;
import org.operaton.bpm.engine.TaskService;
import org.operaton.bpm.engine.variable.Variables;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Speaks to the instances of {@code callbackCase.bpmn}, always by their id: anything else is a search. */
@Component
class OperatonCaseProcess implements CaseProcess {

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final Messages messages;
    private final CallTasks callTasks;
    private final JdbcWaitingPlaces places;
    private final CaseTimers timers;
    private final ProcessStarts starts;
    private final ListProcesses listProcesses;
    private final HoldingModels holding;
    private final JdbcModels models;
    private final JdbcFailedJobs failed;
    private final JdbcCaseRows rows;

    OperatonCaseProcess(
            @Lazy RuntimeService runtime,
            @Lazy TaskService tasks,
            Messages messages,
            CallTasks callTasks,
            JdbcWaitingPlaces places,
            CaseTimers timers,
            ProcessStarts starts,
            ListProcesses listProcesses,
            HoldingModels holding,
            JdbcModels models,
            JdbcFailedJobs failed,
            JdbcCaseRows rows) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.messages = messages;
        this.callTasks = callTasks;
        this.places = places;
        this.timers = timers;
        this.starts = starts;
        this.listProcesses = listProcesses;
        this.holding = holding;
        this.models = models;
        this.failed = failed;
        this.rows = rows;
    }

    @Override
    public Started start(Callback callback) {
        return start(callback, callback.id().toString());
    }

    @Override
    public Started startAnew(Callback callback) {
        return start(callback, null);
    }

    private Started start(Callback callback, @Nullable String instanceId) {
        var started = listProcesses.start(callback, instanceId);
        if (started.isEmpty()) {
            var fault = models.newestFault(SharedNames.CALLBACK_CASE)
                    .orElse(new ModelFault(
                            null, null, "no version of %s is deployed".formatted(SharedNames.CALLBACK_CASE)));
            return new Started(fault, false);
        }
        var instance = started.get();
        if (instance.isEnded() && rows.isOpen(callback.id())) {
            throw new ModelDoesNotStart(
                    models.whereabouts(instance.getId())
                            .orElse(new ModelFault(instance.getProcessDefinitionId(), null, "it ends at once")),
                    new IllegalStateException("it ends at once"));
        }
        return new Started(null, holding.holdsBack(instance.getProcessDefinitionId()));
    }

    @Override
    public <T> T together(Supplier<T> work) {
        return starts.together(work);
    }

    @Override
    public void allocated(Callback callback) {
        var holding = callback.held();
        tell(
                callback,
                SharedNames.CALLBACK_ALLOCATED,
                Variables.createVariables()
                        .putValue(SharedNames.AGENT_ID, holding.agentId())
                        .putValue(
                                SharedNames.ALLOCATION_ID,
                                holding.allocationId().toString()));
    }

    @Override
    public void callStarted(Callback callback) {
        tell(callback, SharedNames.CALL_STARTED, Map.of());
    }

    @Override
    public void callEnded(Callback callback) {
        tell(callback, SharedNames.CALL_ENDED, Map.of());
    }

    @Override
    public void countdownMoved(Callback callback) {
        EngineCalls.run(() -> timers.follow(instance(callback)), notAnswering(callback, "move its countdown"));
    }

    @Override
    public void outcomeSaved(Callback callback, Outcome outcome) {
        var notAnswering = notAnswering(callback, "record the outcome");
        EngineCalls.run(
                () -> {
                    if (!callTasks.complete(instance(callback), Values.of(outcome))) {
                        throw notAnswering.because(new IllegalStateException("it has no task of the call"), null);
                    }
                },
                notAnswering);
    }

    @Override
    public RuntimeException stillInHand(Callback callback) {
        var still = "the outcome is saved, and the case is still in hand";
        return notAnswering(callback, "let go of the case")
                .because(new IllegalStateException(still), stuck(callback, still));
    }

    @Override
    public void released(Callback callback, Eligibility callable) {
        tell(
                callback,
                SharedNames.RELEASED,
                Map.of(
                        SharedNames.CALLABLE,
                        Values.callable(callback, callable),
                        SharedNames.CANCEL_IS_REQUESTED,
                        Values.passing(callback.isToBeCancelled())));
    }

    @Override
    public void relatedReceived(Callback main, UUID relatedId) {
        tell(
                main,
                SharedNames.RELATED_RECEIVED,
                Variables.createVariables()
                        .putValueTyped(SharedNames.RELATED_CALLBACK_ID, Values.passing(relatedId.toString())));
    }

    @Override
    public void timesChanged(Callback callback) {
        EngineCalls.run(() -> timers.follow(instance(callback)), notAnswering(callback, "follow its times"));
    }

    @Override
    public void fireLateTimers(Callback callback) {
        EngineCalls.run(() -> timers.fireLate(instance(callback)), notAnswering(callback, "expire"));
    }

    @Override
    public void endHolding(Callback callback) {
        var definition = places.definitionOf(instance(callback));
        EngineCalls.run(
                () -> timers.fire(
                        instance(callback), definition.map(holding::timers).orElse(Set.of())),
                notAnswering(callback, "end its wait"));
    }

    @Override
    public void cancelRequested(Callback callback, @Nullable String reason) {
        tell(
                callback,
                SharedNames.CANCEL_REQUESTED,
                Variables.createVariables().putValueTyped(SharedNames.REASON, Values.passing(reason)));
        if (rows.isOpen(callback.id())) {
            var still = "it is cancelled, and the case is still open";
            throw notAnswering(callback, "close the cancelled callback")
                    .because(new IllegalStateException(still), stuck(callback, still));
        }
    }

    @Override
    public boolean answers(Callback callback) {
        if (callback.holding() != null) {
            return callback.processInstanceId() != null
                    && callTasks
                            .openIn(instance(callback))
                            .filter(task -> tasks.createTaskQuery()
                                            .taskId(task)
                                            .active()
                                            .count()
                                    == 1)
                            .isPresent();
        }
        return callback.processInstanceId() != null
                && runtime.createExecutionQuery()
                                .processInstanceId(instance(callback))
                                .messageEventSubscriptionName(
                                        callback.isHeldBack()
                                                ? SharedNames.CANCEL_REQUESTED
                                                : SharedNames.CALLBACK_ALLOCATED)
                                .active()
                                .count()
                        > 0;
    }

    @Override
    public Optional<ModelFault> diagnose(Callback callback) {
        return Optional.ofNullable(callback.processInstanceId()).flatMap(models::whereabouts);
    }

    @Override
    public @Nullable Instant knowsModelsUntil(Callback callback) {
        return Optional.ofNullable(callback.processInstanceId())
                .flatMap(models::startedAt)
                .orElse(null);
    }

    @Override
    public List<FailedStep> failedSteps(int limit) {
        return failed.ofCases(limit);
    }

    @Override
    public void discard(Callback callback) {
        var instance = callback.processInstanceId();
        if (instance != null) {
            EngineCalls.run(
                    () -> runtime.deleteProcessInstanceIfExists(instance, "set aside", true, false, true, false),
                    notAnswering(callback, "be discarded"));
        }
    }

    private ModelFault stuck(Callback callback, String message) {
        return models.whereabouts(instance(callback))
                .map(place -> new ModelFault(place.definitionId(), place.element(), message))
                .orElse(new ModelFault(null, null, message));
    }

    private void tell(Callback callback, String message, Map<String, Object> variables) {
        EngineCalls.run(
                () -> messages.send(callback.processInstanceId(), message, variables),
                notAnswering(callback, "take " + message));
    }

    private static String instance(Callback callback) {
        var id = callback.processInstanceId();
        if (id == null) {
            throw new MismatchingMessageCorrelationException("the callback has no process instance");
        }
        return id;
    }

    private static NotAnswering notAnswering(Callback callback, String expected) {
        return (cause, fault) -> new CaseNotAnswering(callback.id(), expected, cause, fault);
    }
}
