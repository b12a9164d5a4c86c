package io.ringback.process;

import io.ringback.callback.Callable;
import io.ringback.callback.Callback;
import io.ringback.callback.CaseNotAnswering;
import io.ringback.callback.CaseProcess;
import io.ringback.callback.Outcome;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
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
    private final JdbcWaitingPlaces places;
    private final CaseTimers timers;

    OperatonCaseProcess(
            @Lazy RuntimeService runtime,
            @Lazy TaskService tasks,
            Messages messages,
            JdbcWaitingPlaces places,
            CaseTimers timers) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.messages = messages;
        this.places = places;
        this.timers = timers;
    }

    @Override
    public void start(Callback callback) {
        var dueAt = Values.date(callback.deadlines().dueAt());
        EngineCalls.run(
                () -> runtime.startProcessInstanceByMessage(
                        Names.CALLBACK_REQUESTED,
                        callback.id().toString(),
                        Variables.createVariables().putValue(Names.DUE_AT, dueAt)),
                notAnswering(callback, "start"));
    }

    @Override
    public void allocated(Callback callback) {
        var holding = callback.held();
        tell(
                callback,
                Names.CALLBACK_ALLOCATED,
                Variables.createVariables()
                        .putValue(Names.AGENT_ID, holding.agentId())
                        .putValue(Names.ALLOCATION_ID, holding.allocationId().toString())
                        .putValue(Names.AUTO_STOP_AT, Values.dateOrNever(holding.autoStopAt())));
    }

    @Override
    public void callStarted(Callback callback) {
        tell(
                callback,
                Names.CALL_STARTED,
                Map.of(Names.CALL_ENDS_BY, Values.dateOrNever(callback.held().callEndsBy())));
    }

    @Override
    public void callEnded(Callback callback) {
        tell(
                callback,
                Names.CALL_ENDED,
                Map.of(Names.CLOSES_AT, Values.dateOrNever(callback.held().closesAt())));
    }

    @Override
    public void outcomeSaved(Callback callback, Outcome outcome) {
        var notAnswering = notAnswering(callback, "record the outcome");
        EngineCalls.run(
                () -> {
                    var task = places.ofCallTask(instance(callback))
                            .orElseThrow(
                                    () -> notAnswering.apply(new IllegalStateException("it has no task of the call")));
                    tasks.complete(task, Values.of(outcome));
                },
                notAnswering);
    }

    @Override
    public void released(Callback callback, Callable callable) {
        tell(
                callback,
                Names.RELEASED,
                Map.of(
                        Names.CALLABLE,
                        Values.passing(callable),
                        Names.ELIGIBLE_AT,
                        Values.date(callback.deadlines().eligibleAt())));
    }

    @Override
    public void relatedReceived(Callback main, UUID relatedId) {
        tell(
                main,
                Names.RELATED_RECEIVED,
                Variables.createVariables()
                        .putValueTyped(Names.RELATED_CALLBACK_ID, Values.passing(relatedId.toString())));
    }

    @Override
    public void fireLateTimers(Callback callback) {
        EngineCalls.run(() -> timers.fireLate(instance(callback)), notAnswering(callback, "expire"));
    }

    @Override
    public void cancelRequested(Callback callback, @Nullable String reason) {
        tell(
                callback,
                Names.CANCEL_REQUESTED,
                Variables.createVariables().putValueTyped(Names.REASON, Values.passing(reason)));
    }

    @Override
    public boolean answers(Callback callback) {
        if (callback.holding() != null) {
            return places.ofCallTask(instance(callback))
                    .filter(task ->
                            tasks.createTaskQuery().taskId(task).active().count() == 1)
                    .isPresent();
        }
        return runtime.createExecutionQuery()
                        .processInstanceId(instance(callback))
                        .messageEventSubscriptionName(Names.CALLBACK_ALLOCATED)
                        .active()
                        .count()
                > 0;
    }

    @Override
    public void discard(Callback callback) {
        EngineCalls.run(
                () -> runtime.deleteProcessInstanceIfExists(instance(callback), "set aside", true, false, true, false),
                notAnswering(callback, "be discarded"));
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

    private static Function<RuntimeException, RuntimeException> notAnswering(Callback callback, String expected) {
        return cause -> new CaseNotAnswering(callback.id(), expected, cause);
    }
}
