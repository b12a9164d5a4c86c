package io.ringback.process;

import io.ringback.callback.CallStatus;
import io.ringback.callback.Callback;
import io.ringback.callback.CallbackStatus;
import io.ringback.callback.Callbacks;
import io.ringback.callback.CaseLifecycle;
import io.ringback.callback.CaseNotices;
import io.ringback.callback.NextAttempts;
import io.ringback.callback.Phase;
import io.ringback.callback.ProcessEvent.Notified;
import io.ringback.handling.CallsInHand;
import io.ringback.handling.CaseInHand;
import io.ringback.platform.problem.Conflict;
import io.ringback.process.contract.SharedNames;
import io.ringback.reception.Receptions;
import io.ringback.reception.StopReason;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.operaton.bpm.engine.delegate.DelegateExecution;
import org.operaton.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** What the tasks and throwing events of {@code callbackCase.bpmn} do. */
@Component
class CaseDelegates {

    private final CaseLifecycle lifecycle;
    private final NextAttempts nextAttempts;
    private final CaseInHand cases;
    private final CallsInHand calls;
    private final Callbacks callbacks;
    private final Receptions receptions;
    private final CaseTimers timers;
    private final CaseNotices notices;
    private final HoldingModels holding;
    private final Clock clock;

    CaseDelegates(
            CaseLifecycle lifecycle,
            NextAttempts nextAttempts,
            CaseInHand cases,
            CallsInHand calls,
            Callbacks callbacks,
            Receptions receptions,
            CaseTimers timers,
            CaseNotices notices,
            HoldingModels holding,
            Clock clock) {
        this.lifecycle = lifecycle;
        this.nextAttempts = nextAttempts;
        this.cases = cases;
        this.calls = calls;
        this.callbacks = callbacks;
        this.receptions = receptions;
        this.timers = timers;
        this.notices = notices;
        this.holding = holding;
        this.clock = clock;
    }

    Map<String, JavaDelegate> byName() {
        return Map.ofEntries(
                Map.entry("registerCallbackDelegate", this::register),
                Map.entry("tellMainDelegate", execution -> lifecycle.tellMain(callbackId(execution))),
                Map.entry("offerCallbackDelegate", execution -> lifecycle.offer(callbackId(execution))),
                Map.entry("expireCallbackDelegate", execution -> lifecycle.expire(callbackId(execution))),
                Map.entry("askAboutCallDelegate", this::askAboutCall),
                Map.entry("saveDraftDelegate", this::saveDraft),
                Map.entry("takeDraftDelegate", this::saveDraftAndStop),
                Map.entry("stopReceptionDelegate", this::stopReception),
                Map.entry("resolveCallbackDelegate", execution -> lifecycle.resolve(callbackId(execution))),
                Map.entry("giveUpDelegate", execution -> lifecycle.giveUp(callbackId(execution))),
                Map.entry("scheduleAtAgentsDateDelegate", this::scheduleAtAgentsDate),
                Map.entry("compareWithExpiryDelegate", this::compareWithExpiry),
                Map.entry("scheduleAfterDelayDelegate", this::scheduleAfterDelay),
                Map.entry("scheduleBeforeExpiryDelegate", this::scheduleBeforeExpiry),
                Map.entry("leaveToExpireDelegate", this::leaveToExpire),
                Map.entry("scheduleRetryDelegate", this::scheduleRetry),
                Map.entry("tellReceptionDelegate", this::tellReception),
                Map.entry("markOverdueDelegate", execution -> lifecycle.markOverdue(callbackId(execution))),
                Map.entry(SharedNames.NOTIFY, this::notifyOthers),
                Map.entry("linkRelatedDelegate", this::linkRelated),
                Map.entry("cancelCallbackDelegate", this::cancel));
    }

    private void register(DelegateExecution execution) {
        var callback = lifecycle.register(
                callbackId(execution),
                execution.getProcessInstanceId(),
                holding.holdsBack(execution.getProcessDefinitionId()));
        execution.setVariable(SharedNames.RELATED, Values.passing(callback.status() == CallbackStatus.MERGED));
        line(execution, callback);
    }

    private void askAboutCall(DelegateExecution execution) {
        calls.takeForEnded(callbackId(execution), agentId(execution), allocationId(execution));
    }

    private boolean saveDraft(DelegateExecution execution) {
        var outcome = cases.takeDraft(callbackId(execution), agentId(execution), allocationId(execution));
        execution.setVariable(SharedNames.DRAFT_TAKEN, Values.passing(outcome.isPresent()));
        outcome.ifPresent(draft -> execution.setVariables(Values.of(draft)));
        return outcome.isPresent();
    }

    /** One step in processes drawn for 0.1. */
    private void saveDraftAndStop(DelegateExecution execution) {
        if (saveDraft(execution)) {
            stopReception(execution);
        }
    }

    private void stopReception(DelegateExecution execution) {
        var callbackId = callbackId(execution);
        var holding = callbacks.get(callbackId).held();
        var reason = holding.phase() == Phase.BEFORE_CALL ? StopReason.NO_CALL_MADE : StopReason.WINDOW_LEFT_OPEN;
        line(execution, receptions.stopHolder(callbackId, agentId(execution), allocationId(execution), reason));
    }

    private void scheduleAtAgentsDate(DelegateExecution execution) {
        var chosen = Objects.requireNonNull(agentsDate(execution), "no date of the agent");
        line(execution, nextAttempts.atAgentsDate(callbackId(execution), chosen));
    }

    private void compareWithExpiry(DelegateExecution execution) {
        var next = nextAttempts.compareWithExpiry(callbackId(execution), callStatus(execution), delay(execution));
        execution.setVariable(SharedNames.NEXT_OFFER, Values.passing(next.name()));
    }

    private void scheduleAfterDelay(DelegateExecution execution) {
        line(execution, nextAttempts.afterDelay(callbackId(execution), callStatus(execution), delay(execution)));
    }

    private void scheduleBeforeExpiry(DelegateExecution execution) {
        line(execution, nextAttempts.beforeExpiry(callbackId(execution)));
    }

    private void leaveToExpire(DelegateExecution execution) {
        line(execution, nextAttempts.untilExpiry(callbackId(execution)));
    }

    /** One step in processes drawn for 0.1. */
    private void scheduleRetry(DelegateExecution execution) {
        line(
                execution,
                nextAttempts.schedule(
                        callbackId(execution), agentsDate(execution), callStatus(execution), delay(execution)));
    }

    private static Duration delay(DelegateExecution execution) {
        return Duration.parse((String) execution.getVariable(SharedNames.RETRY_AFTER));
    }

    private static @Nullable CallStatus callStatus(DelegateExecution execution) {
        return execution.getVariable(SharedNames.CALL_STATUS) instanceof String status
                ? CallStatus.valueOf(status)
                : null;
    }

    private static @Nullable Instant agentsDate(DelegateExecution execution) {
        var chosen = (String) execution.getVariable(SharedNames.RETRY_AT);
        return chosen == null ? null : Instant.parse(chosen);
    }

    private void tellReception(DelegateExecution execution) {
        if (execution.hasVariable(SharedNames.ALLOCATION_ID)) {
            receptions.callbackClosed(allocationId(execution));
        }
    }

    private void linkRelated(DelegateExecution execution) {
        var related = (String) execution.getVariable(SharedNames.RELATED_CALLBACK_ID);
        if (related != null) {
            lifecycle.linkRelated(callbackId(execution), UUID.fromString(related));
            timers.follow(execution.getProcessInstanceId());
        }
    }

    private void notifyOthers(DelegateExecution execution) {
        var eventType = String.valueOf(execution.getVariable(SharedNames.EVENT_TYPE));
        var text = Values.text(execution.getVariable(SharedNames.TEXT));
        notices.tell(
                callbackId(execution),
                eventType,
                text.length() <= Notified.LONGEST_TEXT ? text : text.substring(0, Notified.LONGEST_TEXT));
    }

    private void cancel(DelegateExecution execution) {
        lifecycle.cancel(callbackId(execution), (String) execution.getVariable(SharedNames.REASON));
    }

    /** What the gateway that puts it in line reads. */
    private void line(DelegateExecution execution, Callback callback) {
        execution.setVariable(SharedNames.CANCEL_IS_REQUESTED, Values.passing(callback.isToBeCancelled()));
        execution.setVariable(SharedNames.CALLABLE, Values.callable(callback, callback.callable(clock.instant())));
    }

    /** Also for what a process calls. */
    private static UUID callbackId(DelegateExecution execution) {
        var outermost = execution.getProcessInstance();
        while (outermost.getSuperExecution() != null) {
            outermost = outermost.getSuperExecution().getProcessInstance();
        }
        return UUID.fromString(outermost.getBusinessKey());
    }

    private static String agentId(DelegateExecution execution) {
        return ofAllocation(execution, SharedNames.AGENT_ID);
    }

    private static UUID allocationId(DelegateExecution execution) {
        return UUID.fromString(ofAllocation(execution, SharedNames.ALLOCATION_ID));
    }

    /** Gone when the instance has ended while a timer of it was beginning to fire. */
    private static String ofAllocation(DelegateExecution execution, String variable) {
        var value = (String) execution.getVariable(variable);
        if (value == null) {
            throw new Conflict(
                    "Callback %s: expected it in somebody's hands, but it is over.".formatted(callbackId(execution)));
        }
        return value;
    }
}
