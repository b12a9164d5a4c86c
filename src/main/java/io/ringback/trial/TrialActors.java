package io.ringback.trial;

import io.ringback.callback.CallStatus;
import io.ringback.callback.Callback;
import io.ringback.callback.Callbacks;
import io.ringback.callback.CaseProcess;
import io.ringback.callback.Draft;
import io.ringback.handling.CallsInHand;
import io.ringback.handling.CaseInHand;
import io.ringback.intake.CallbackRequest;
import io.ringback.intake.Cancellations;
import io.ringback.intake.Intake;
import io.ringback.reception.Agent;
import io.ringback.reception.Agents;
import io.ringback.reception.ReceptionProcess;
import io.ringback.reception.Receptions;
import io.ringback.reception.StopReason;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What callers, agents and programs do to a case: by the very services that serve them. */
@Component
class TrialActors {

    private final Intake intake;
    private final Cancellations cancellations;
    private final Callbacks callbacks;
    private final CaseProcess cases;
    private final Agents agents;
    private final Receptions receptions;
    private final ReceptionProcess receptionProcess;
    private final CallsInHand calls;
    private final CaseInHand inHand;

    TrialActors(
            Intake intake,
            Cancellations cancellations,
            Callbacks callbacks,
            CaseProcess cases,
            Agents agents,
            Receptions receptions,
            ReceptionProcess receptionProcess,
            CallsInHand calls,
            CaseInHand inHand) {
        this.intake = intake;
        this.cancellations = cancellations;
        this.callbacks = callbacks;
        this.cases = cases;
        this.agents = agents;
        this.receptions = receptions;
        this.receptionProcess = receptionProcess;
        this.calls = calls;
        this.inHand = inHand;
    }

    /** However often the number of the example asks. */
    Callback ask(CallbackRequest request) {
        return intake.takeRow(request, false).callback();
    }

    Callback callback(UUID id) {
        return callbacks.get(id);
    }

    Agent agent(String id) {
        return agents.get(id);
    }

    void beginReceiving(String agentId) {
        receptions.switchOn(agentId);
    }

    /** What the sweep does for an agent who waits. */
    void offer(String agentId) {
        receptionProcess.callbackAvailable(agents.lock(agentId));
    }

    void stopReceiving(String agentId) {
        receptions.stop(agentId, StopReason.AGENT, null);
    }

    void call(String agentId, UUID allocationId) {
        calls.start(agentId, allocationId);
    }

    UUID callId(String agentId, UUID allocationId) {
        return calls.start(agentId, allocationId).callId();
    }

    void hangUp(String agentId, UUID callId) {
        calls.end(agentId, callId);
    }

    void save(String agentId, UUID allocationId, CallStatus callStatus, @Nullable Instant retryAt) {
        inHand.saveOutcome(agentId, allocationId, callStatus, new Draft(callStatus, null, retryAt, null, null));
    }

    void draft(String agentId, UUID allocationId, CallStatus callStatus) {
        inHand.saveDraft(agentId, allocationId, new Draft(callStatus, null, null, null, null));
    }

    void cancel(UUID callbackId) {
        cancellations.cancel(callbackId, "example");
    }

    /** What nobody comes to by going on; empty when everybody can. */
    Optional<String> stuck(Callback callback, @Nullable Agent agent) {
        if (callback.isSetAside()) {
            return Optional.of("the case had to be set aside");
        }
        if (!callback.isClosed() && !cases.answers(callback)) {
            return Optional.of(
                    callback.holding() == null
                            ? "the callback is open, and its process does not wait for message_callbackAllocated: no agent"
                                    + " will ever get it"
                            : "an agent has the callback in hand, and its process does not wait in a task of the call:"
                                    + " Save would fail");
        }
        if (agent != null && agent.isReceiving() && !isReady(agent, callback)) {
            return Optional.of("the agent is done with the callback, and the reception was not told:"
                    + " call tellReceptionDelegate, or nobody gives the agent the next case");
        }
        return Optional.empty();
    }

    private static boolean isReady(Agent agent, Callback callback) {
        var allocation = agent.allocationId();
        return allocation == null || callback.isHeldBy(agent.id(), allocation);
    }
}
