package io.ringback.handling;

import io.ringback.callback.AgreedTimes;
import io.ringback.callback.Attempts;
import io.ringback.callback.CallStatus;
import io.ringback.callback.Callback;
import io.ringback.callback.Callbacks;
import io.ringback.callback.CaseLifecycle;
import io.ringback.callback.CaseProcess;
import io.ringback.callback.Draft;
import io.ringback.callback.JudgedTime;
import io.ringback.callback.NextAttempts;
import io.ringback.callback.Outcome;
import io.ringback.callback.Phase;
import io.ringback.callback.RetryPolicy;
import io.ringback.form.FormVersion;
import io.ringback.list.Lists;
import io.ringback.list.SaveWithoutCall;
import io.ringback.platform.problem.Conflict;
import io.ringback.platform.problem.InvalidField;
import io.ringback.reception.Agents;
import io.ringback.reception.Receptions;
import io.ringback.reception.StopReason;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * What an agent does with the case in hand. The allocation id fences every step: one meant for a case that has been
 * stopped, closed or handed on is refused with {@link Conflict}. Every method joins the transaction of its caller.
 */
@Service
public class CaseInHand {

    private final Agents agents;
    private final Callbacks callbacks;
    private final Attempts attempts;
    private final CaseProcess process;
    private final CaseLifecycle lifecycle;
    private final NextAttempts nextAttempts;
    private final Receptions receptions;
    private final Lists lists;
    private final CaseAnswers answers;
    private final RetryPolicy retryPolicy;
    private final AgreedTimes times;
    private final Clock clock;

    CaseInHand(
            Agents agents,
            Callbacks callbacks,
            Attempts attempts,
            CaseProcess process,
            CaseLifecycle lifecycle,
            NextAttempts nextAttempts,
            Receptions receptions,
            Lists lists,
            CaseAnswers answers,
            RetryPolicy retryPolicy,
            AgreedTimes times,
            Clock clock) {
        this.agents = agents;
        this.callbacks = callbacks;
        this.attempts = attempts;
        this.process = process;
        this.lifecycle = lifecycle;
        this.nextAttempts = nextAttempts;
        this.receptions = receptions;
        this.lists = lists;
        this.answers = answers;
        this.retryPolicy = retryPolicy;
        this.times = times;
        this.clock = clock;
    }

    /** Keeps what the agent has entered so far. */
    public void saveDraft(String agentId, UUID allocationId, Draft draft) {
        agents.lock(agentId);
        callbacks.save(inHand(agentId, allocationId).inHand().drafted(draft));
    }

    /**
     * What there is to say about a time of the next offer before it is saved.
     *
     * @throws Conflict when the allocation is over
     */
    public JudgedTime judgeRetry(String agentId, UUID allocationId, Instant at) {
        return callbacks
                .heldBy(agentId)
                .filter(held -> held.isHeldBy(agentId, allocationId))
                .map(held -> times.judgeRetry(held, at))
                .orElseThrow(CaseInHand::over);
    }

    /**
     * Saves the outcome, in whatever phase the case is, and lets the process go on: the next case is in the agent's
     * hands before this returns, if one is eligible. The very same outcome saved once more, after an answer that got lost,
     * changes nothing.
     *
     * @throws Conflict when the allocation is over without this outcome
     * @throws InvalidField for a time of the next offer that {@link AgreedTimes} does not allow; for answers that the form of
     *     the case does not allow; where nobody has called, and the list forbids to save without a call
     */
    public void saveOutcome(String agentId, UUID allocationId, CallStatus callStatus, Draft outcome) {
        agents.lock(agentId);
        var held = callbacks.lockHeldBy(agentId, allocationId);
        if (held.isEmpty() && attempts.isSaved(agentId, allocationId, callStatus, outcome)) {
            return;
        }
        save(held.orElseThrow(CaseInHand::over), callStatus, outcome);
    }

    private void save(Callback callback, CallStatus callStatus, Draft outcome) {
        var retryAt = callStatus.resolves() ? null : outcome.retryAt();
        if (retryAt != null && !callback.isToBeCancelled()) {
            times.checkRetry("retryAt", callback, retryAt, outcome.insists());
        }
        checkCalled(callback);
        var form = answers.check(callback, callStatus, outcome.formData());
        var attempted = conclude(callback, callStatus, outcome, form);
        var saved = outcome(attempted, callStatus, retryAt);
        if (attempted.isSetAside()) {
            closeByHand(attempted, callback.held().allocationId(), saved);
        } else {
            process.outcomeSaved(attempted, saved);
            letGo(attempted);
        }
    }

    /** What the process has done already, unless its model forgets to: an agent without a case gets the next one. */
    private void letGo(Callback callback) {
        var holding = callback.held();
        agents.lockByAllocation(holding.agentId(), holding.allocationId()).ifPresent(agent -> {
            if (callbacks.get(callback.id()).isHeldBy(agent.id(), holding.allocationId())) {
                throw process.stillInHand(callback);
            }
            receptions.callbackClosed(holding.allocationId());
        });
    }

    /**
     * The case was left open after the call for longer than its list allows. A draft with a call status is saved as it
     * stands, its answers unchecked.
     *
     * @return the outcome of the draft; empty without a call status, and then nothing was changed
     */
    public Optional<Outcome> takeDraft(UUID callbackId, String agentId, UUID allocationId) {
        agents.lock(agentId);
        var callback = callbacks.lock(callbackId);
        if (!callback.isHeldBy(agentId, allocationId)) {
            throw over();
        }
        var draft = callback.held().draft();
        var callStatus = draft == null ? null : draft.callStatus();
        if (draft == null || callStatus == null) {
            return Optional.empty();
        }
        var attempted = conclude(callback, callStatus, draft, answers.formOf(callback, draft.formData()));
        return Optional.of(outcome(attempted, callStatus, draft.retryAt()));
    }

    /**
     * The window of a case without a process was left open for longer than its list allows: what the draft says is carried
     * out if it has a call status, the case goes to the next agent otherwise, and receiving stops.
     */
    public void closeLeftOpen(UUID callbackId, String agentId, UUID allocationId) {
        var outcome = takeDraft(callbackId, agentId, allocationId);
        if (callbacks.get(callbackId).isHeldBy(agentId, allocationId)) {
            receptions.stopHolder(callbackId, agentId, allocationId, StopReason.WINDOW_LEFT_OPEN);
        }
        outcome.ifPresent(saved -> closeByHand(callbacks.lock(callbackId), allocationId, saved));
    }

    private Callback inHand(String agentId, UUID allocationId) {
        return callbacks.lockHeldBy(agentId, allocationId).orElseThrow(CaseInHand::over);
    }

    static Conflict over() {
        return new Conflict("This case is no longer yours: it was saved, stopped or closed in the meantime.");
    }

    /** Writes the outcome on the call made last, or on what stands for one that nobody has made, as far as was told. */
    private Callback conclude(Callback callback, CallStatus callStatus, Draft outcome, @Nullable FormVersion form) {
        var now = clock.instant();
        var made = attempts.conclude(callback.held().allocationId(), now, callStatus, outcome, form);
        var callId = made.orElseGet(() -> attempts.concludeWithoutCall(callback, now, callStatus, outcome, form));
        return callbacks.save(callback.inHand().outcomeSaved(callStatus, callId, made.isEmpty()));
    }

    private void checkCalled(Callback callback) {
        if (callback.held().phase() == Phase.BEFORE_CALL
                && lists.get(callback.listId()).policy().saveWithoutCall() == SaveWithoutCall.FORBID) {
            throw new InvalidField(
                    "callStatus",
                    "cannot be saved before the customer was called: the list forbids to save without a call",
                    "WITHOUT_CALL");
        }
    }

    private Outcome outcome(Callback callback, CallStatus callStatus, @Nullable Instant retryAt) {
        var lastAttempt = !callStatus.resolves() && lists.get(callback.listId()).isLastAttempt(callback.attemptCount());
        return new Outcome(
                callStatus,
                nextAttempts.ifPossible(callback, retryAt),
                callback.inHand().attemptNumber(),
                lastAttempt,
                callback.isToBeCancelled());
    }

    /** Without a process to ask the retry policy: a supervisor repairs what is not closed. */
    private void closeByHand(Callback callback, UUID allocationId, Outcome outcome) {
        if (outcome.callStatus().resolves() || outcome.cancelRequested()) {
            lifecycle.resolve(callback.id());
            process.discard(callback);
        } else {
            retryByHand(callback, outcome);
        }
        receptions.callbackClosed(allocationId);
    }

    private void retryByHand(Callback callback, Outcome outcome) {
        var decision = retryPolicy.decide(callback, outcome.callStatus(), outcome.attempts(), outcome.lastAttempt());
        if (decision.giveUp()) {
            lifecycle.giveUp(callback.id());
            process.discard(callback);
        } else {
            nextAttempts.schedule(callback.id(), outcome.retryAt(), outcome.callStatus(), decision.delay());
        }
    }
}
