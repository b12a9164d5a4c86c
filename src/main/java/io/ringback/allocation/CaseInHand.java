package io.ringback.allocation;

import io.ringback.callback.Attempt;
import io.ringback.callback.Attempts;
import io.ringback.callback.CallStatus;
import io.ringback.callback.Callback;
import io.ringback.callback.Callbacks;
import io.ringback.callback.CaseLifecycle;
import io.ringback.callback.CaseProcess;
import io.ringback.callback.Change;
import io.ringback.callback.Draft;
import io.ringback.callback.Outcome;
import io.ringback.callback.Phase;
import io.ringback.list.Lists;
import io.ringback.platform.Conflict;
import io.ringback.platform.InvalidField;
import io.ringback.platform.NotFound;
import io.ringback.reception.Agents;
import io.ringback.reception.Receptions;
import io.ringback.reception.StopReason;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
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
    private final Receptions receptions;
    private final Lists lists;
    private final CaseAnswers answers;
    private final Clock clock;

    CaseInHand(
            Agents agents,
            Callbacks callbacks,
            Attempts attempts,
            CaseProcess process,
            CaseLifecycle lifecycle,
            Receptions receptions,
            Lists lists,
            CaseAnswers answers,
            Clock clock) {
        this.agents = agents;
        this.callbacks = callbacks;
        this.attempts = attempts;
        this.process = process;
        this.lifecycle = lifecycle;
        this.receptions = receptions;
        this.lists = lists;
        this.answers = answers;
        this.clock = clock;
    }

    /**
     * The agent calls, which ends the countdown of automatic stopping.
     *
     * @return the id of the call
     */
    public StartedCall startCall(String agentId, UUID allocationId) {
        agents.lock(agentId);
        var callback = inHand(agentId, allocationId);
        if (callback.held().phase() == Phase.IN_CALL) {
            throw new Conflict("Expected no call to be going on, but there is one; end it first.");
        }
        return new StartedCall(
                begin(callback, null, clock.instant()), callback.request().phoneNumber());
    }

    /** @throws NotFound when this agent has made no such call */
    public void endCall(String agentId, UUID callId) {
        agents.lock(agentId);
        var call = attempts.find(callId)
                .filter(attempt -> attempt.agentId().equals(agentId))
                .orElseThrow(() -> new NotFound("There is no call of yours with the id \"%s\".".formatted(callId)));
        end(call, clock.instant());
    }

    /**
     * The telephone system has seen the agent begin a call; empty when the agent has no case in hand, or the id is not
     * that of a call of this agent.
     */
    public Optional<UUID> callSeen(String agentId, @Nullable UUID callId, String externalCallId, Instant at) {
        agents.lock(agentId);
        var known = knownCall(agentId, callId, externalCallId);
        if (known.isPresent()) {
            attempts.tellMore(known.get().id(), externalCallId, null);
            return known.map(Attempt::id);
        }
        var held = callbacks.lockHeldBy(agentId);
        if (held.isEmpty() || callId != null) {
            return Optional.empty();
        }
        var running = held.get().held().phase() == Phase.IN_CALL;
        if (!running) {
            return Optional.of(begin(held.get(), externalCallId, at));
        }
        var call = attempts.lastOf(held.get()).map(Attempt::id);
        call.ifPresent(id -> attempts.tellMore(id, externalCallId, null));
        return call;
    }

    /** The telephone system has seen a call end; empty when it is none of ours. */
    public Optional<UUID> callSeenEnding(
            String agentId, @Nullable UUID callId, String externalCallId, Instant at, @Nullable String recordingUrl) {
        agents.lock(agentId);
        var call = knownCall(agentId, callId, externalCallId);
        call.ifPresent(known -> {
            attempts.tellMore(known.id(), externalCallId, recordingUrl);
            end(known, at);
        });
        return call.map(Attempt::id);
    }

    /** Keeps what the agent has entered so far. */
    public void saveDraft(String agentId, UUID allocationId, Draft draft) {
        agents.lock(agentId);
        callbacks.saveDraft(inHand(agentId, allocationId).drafted(draft));
    }

    /**
     * Saves the outcome, in whatever phase the case is, and lets the process go on: the next case is in the agent's
     * hands before this returns, if one is eligible.
     *
     * @throws InvalidField for a time of the next offer in the past, or at or after the expiry; for answers that the form
     *     of the case does not allow
     */
    public void saveOutcome(String agentId, UUID allocationId, CallStatus callStatus, Draft outcome) {
        agents.lock(agentId);
        var callback = inHand(agentId, allocationId);
        var retryAt = callStatus.resolves() ? null : outcome.retryAt();
        if (retryAt != null) {
            checkRetry(retryAt, callback);
        }
        answers.check(callback, callStatus, outcome.formData());
        var attempted = conclude(callback, callStatus, outcome);
        var saved = outcome(attempted, callStatus, retryAt);
        if (attempted.isSetAside()) {
            closeByHand(attempted, allocationId, saved);
        } else {
            process.outcomeSaved(attempted, saved);
        }
    }

    /**
     * The case was left open after the call for longer than its list allows. A draft with a call status is saved as it
     * stands, its answers unchecked, and receiving stops.
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
        var attempted = conclude(callback, callStatus, draft);
        receptions.stopHolder(callbackId, agentId, allocationId, StopReason.WINDOW_LEFT_OPEN);
        return Optional.of(outcome(attempted, callStatus, draft.retryAt()));
    }

    private Callback inHand(String agentId, UUID allocationId) {
        return callbacks
                .lockHeldBy(agentId)
                .filter(held -> held.isHeldBy(agentId, allocationId))
                .orElseThrow(CaseInHand::over);
    }

    private static Conflict over() {
        return new Conflict("This case is no longer yours: it was saved, stopped or closed in the meantime.");
    }

    private UUID begin(Callback callback, @Nullable String externalCallId, Instant at) {
        var callId = attempts.start(callback, externalCallId, at);
        var inCall = callbacks.save(
                callback, callback.callStarted(), Change.of("CALL_STARTED").with(Map.of("callId", callId.toString())));
        if (!inCall.isSetAside()) {
            process.callStarted(inCall);
        }
        return callId;
    }

    private void end(Attempt call, Instant at) {
        if (!attempts.end(call.id(), at)) {
            return;
        }
        callbacks
                .lockHeldBy(call.agentId())
                .filter(held -> held.isHeldBy(call.agentId(), call.allocationId()))
                .filter(held -> held.held().phase() == Phase.IN_CALL)
                .ifPresent(held -> backFromCall(held, call.id()));
    }

    private void backFromCall(Callback callback, UUID callId) {
        var limit = lists.get(callback.listId()).closeAfterCall();
        var ended = callbacks.save(
                callback,
                callback.callEnded(limit == null ? null : clock.instant().plus(limit)),
                Change.of("CALL_ENDED").with(Map.of("callId", callId.toString())));
        if (!ended.isSetAside()) {
            process.callEnded(ended);
        }
    }

    private Optional<Attempt> knownCall(String agentId, @Nullable UUID callId, String externalCallId) {
        return Optional.ofNullable(callId)
                .flatMap(attempts::find)
                .filter(call -> call.agentId().equals(agentId))
                .or(() -> attempts.byExternalCall(agentId, externalCallId));
    }

    /** Writes the outcome on the call made last, or on one made now for an agent who called by other means. */
    private Callback conclude(Callback callback, CallStatus callStatus, Draft outcome) {
        var call = attempts.lastOf(callback).map(Attempt::id);
        var callId = call.orElseGet(() -> attempts.start(callback, null, clock.instant()));
        attempts.conclude(callId, clock.instant(), callStatus, outcome);
        return callbacks.save(
                callback,
                call.isPresent() ? callback : callback.attempted(),
                Change.of("OUTCOME_SAVED").with(Map.of("callStatus", callStatus.name(), "callId", callId.toString())));
    }

    private Outcome outcome(Callback callback, CallStatus callStatus, @Nullable Instant retryAt) {
        var lastAttempt = !callStatus.resolves() && isLastAttempt(callback);
        return new Outcome(callStatus, retryAt, callback.attemptCount(), lastAttempt);
    }

    private boolean isLastAttempt(Callback callback) {
        var most = lists.get(callback.listId()).maxAttempts();
        return most != null && callback.attemptCount() >= most;
    }

    private void checkRetry(Instant retryAt, Callback callback) {
        var expiresAt = callback.deadlines().expiresAt();
        if (!retryAt.isAfter(clock.instant())) {
            throw new InvalidField("retryAt", "is in the past");
        }
        if (!retryAt.isBefore(expiresAt)) {
            throw new InvalidField("retryAt", "must be before the callback expires at " + expiresAt);
        }
        var hours = lists.get(callback.listId()).hoursFor(callback.request().phoneNumber());
        if (hours.nextOpening(retryAt).filter(expiresAt::isAfter).isEmpty()) {
            throw new InvalidField(
                    "retryAt",
                    "is outside of the calling hours, which do not begin again before the callback expires at "
                            + expiresAt);
        }
    }

    /** Without a process to decide: a supervisor repairs what is not resolved. */
    private void closeByHand(Callback callback, UUID allocationId, Outcome outcome) {
        if (outcome.callStatus().resolves()) {
            lifecycle.resolve(callback.id());
            process.discard(callback);
        } else {
            lifecycle.scheduleRetry(callback.id(), outcome.retryAt(), Duration.ofHours(1));
        }
        receptions.callbackClosed(allocationId);
    }
}
