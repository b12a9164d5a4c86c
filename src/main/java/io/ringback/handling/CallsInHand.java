package io.ringback.handling;

import com.fasterxml.uuid.Generators;
import io.ringback.callback.Call;
import io.ringback.callback.Callback;
import io.ringback.callback.Callbacks;
import io.ringback.callback.Calls;
import io.ringback.callback.Phase;
import io.ringback.platform.problem.Conflict;
import io.ringback.platform.problem.NotFound;
import io.ringback.reception.Agents;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/**
 * The calls that agents make for the case in hand, as the desk, the telephone system and the clock tell of them. Every
 * method joins the transaction of its caller.
 */
@Service
public class CallsInHand {

    private final Agents agents;
    private final Callbacks callbacks;
    private final Calls calls;
    private final CallPhases phases;
    private final Clock clock;

    CallsInHand(Agents agents, Callbacks callbacks, Calls calls, CallPhases phases, Clock clock) {
        this.agents = agents;
        this.callbacks = callbacks;
        this.calls = calls;
        this.phases = phases;
        this.clock = clock;
    }

    /**
     * The agent calls, which ends the countdown of automatic stopping. Asked for again while that call goes on, it answers
     * the same.
     *
     * @throws Conflict without the case in hand, or while another call goes on
     */
    public StartedCall start(String agentId, UUID allocationId) {
        agents.lock(agentId);
        var callback = inHand(agentId, allocationId);
        var number = callback.request().numberToCall();
        var goingOn = calls.ofAllocation(allocationId).stream()
                .filter(Call::isGoingOn)
                .toList();
        if (goingOn.isEmpty()) {
            var call = Call.fromDesk(Generators.timeBasedEpochGenerator().generate(), allocationId, clock.instant());
            phases.begin(callback, call);
            return new StartedCall(call.id(), number);
        }
        return goingOn.stream()
                .filter(Call::fromDesk)
                .findFirst()
                .map(call -> new StartedCall(call.id(), number))
                .orElseThrow(() -> new Conflict("Expected no call to be going on, but there is one; end it first."));
    }

    /** @throws NotFound when this agent has made no such call */
    public void end(String agentId, UUID callId) {
        agents.lock(agentId);
        var ofCase = calls.besides(agentId, callId);
        var call = ofCase.stream()
                .filter(one -> one.id().equals(callId))
                .findFirst()
                .orElseThrow(() -> unknown(callId));
        if (call.isGoingOn()) {
            var ended = call.ended(clock.instant());
            calls.save(ended);
            end(
                    agentId,
                    ended,
                    ofCase.stream().map(one -> one.equals(call) ? ended : one).toList());
        }
    }

    /**
     * The agent, asked whether a call is over whose end was never told, says that it goes on.
     *
     * @throws NotFound when this agent has made no such call
     * @throws Conflict when nobody asks, or the case is out of hand
     */
    public void resume(String agentId, UUID callId) {
        agents.lock(agentId);
        var call = own(agentId, callId);
        var callback = inHand(agentId, call.allocationId());
        if (call.isGoingOn()) {
            return;
        }
        if (callback.held().callAskedAt() == null || call.endTold() != null) {
            throw new Conflict("Expected a call whose end nobody has told, but this one is over.");
        }
        calls.save(call.resumed());
        phases.resume(callback, call.id());
    }

    /**
     * The telephone system has seen the agent begin a call; empty when it is none of the case in hand, or the id is not
     * that of a call of this agent.
     */
    public Optional<UUID> seen(String agentId, TelephonyEvent word) {
        agents.lock(agentId);
        return take(agentId, word, book(agentId, word).started(word, clock.instant()));
    }

    /** The telephone system has seen a call end; empty when it is none of ours, as far as is known by now. */
    public Optional<UUID> seenEnding(String agentId, TelephonyEvent word) {
        agents.lock(agentId);
        return take(agentId, word, book(agentId, word).ended(word, clock.instant()));
    }

    /**
     * Nobody has told of the end of a call for longer than the list allows: it is taken for ended, and its agent asked.
     *
     * @return the callback, after the call
     * @throws Conflict when the allocation is over, or no call goes on any more
     */
    public Callback takeForEnded(UUID callbackId, String agentId, UUID allocationId) {
        agents.lock(agentId);
        var callback = callbacks.lock(callbackId);
        if (!callback.isHeldBy(agentId, allocationId) || callback.held().phase() != Phase.IN_CALL) {
            throw new Conflict("Callback %s: expected a call to be going on, but it is over.".formatted(callbackId));
        }
        var now = clock.instant();
        calls.ofAllocation(allocationId).stream().filter(Call::isGoingOn).forEach(call -> calls.save(call.ended(now)));
        return phases.takeForEnded(callback);
    }

    private Callback inHand(String agentId, UUID allocationId) {
        return callbacks.lockHeldBy(agentId, allocationId).orElseThrow(CaseInHand::over);
    }

    private Call own(String agentId, UUID callId) {
        return calls.find(agentId, callId).orElseThrow(() -> unknown(callId));
    }

    private static NotFound unknown(UUID callId) {
        return new NotFound("There is no call of yours with the id \"%s\".".formatted(callId));
    }

    private CallTracker book(String agentId, TelephonyEvent word) {
        var holding = callbacks.lockHeldBy(agentId).map(Callback::held).orElse(null);
        var known = new LinkedHashMap<UUID, Call>();
        calls.byExternalCall(agentId, word.externalCallId()).forEach(call -> known.put(call.id(), call));
        Optional.ofNullable(word.callId())
                .flatMap(id -> calls.find(agentId, id))
                .ifPresent(call -> known.put(call.id(), call));
        if (holding != null) {
            calls.ofAllocation(holding.allocationId()).forEach(call -> known.put(call.id(), call));
        }
        return new CallTracker(holding, List.copyOf(known.values()), calls.ends(agentId, word.externalCallId()));
    }

    private Optional<UUID> take(String agentId, TelephonyEvent word, CallUpdate step) {
        if (step.remembered() != null) {
            calls.remember(agentId, step.remembered());
        }
        var call = step.call();
        if (call == null) {
            return Optional.empty();
        }
        if (step.begun()) {
            callbacks.lockHeldBy(agentId).ifPresent(held -> begin(held, step, call));
        } else if (step.ended()) {
            calls.save(call);
            end(agentId, call, calls.ofAllocation(call.allocationId()));
        } else {
            calls.save(call);
        }
        calls.recorded(call.id(), word.recordingUrl());
        calls.proposed(call.id(), word.proposed());
        if (step.used() != null) {
            calls.recorded(call.id(), step.used().recordingUrl());
            calls.proposed(call.id(), step.used().proposed());
            calls.forget(agentId, step.used());
        }
        return Optional.of(call.id());
    }

    private void begin(Callback held, CallUpdate step, Call call) {
        var callback = phases.begin(held, call);
        if (step.ended()) {
            phases.end(callback, call.id(), calls.ofAllocation(call.allocationId()));
        }
    }

    private void end(String agentId, Call call, List<Call> ofCase) {
        callbacks
                .lockHeldBy(agentId, call.allocationId())
                .filter(held -> held.held().phase() == Phase.IN_CALL)
                .ifPresent(held -> phases.end(held, call.id(), ofCase));
    }
}
