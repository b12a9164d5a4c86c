package io.ringback.reception;

import io.ringback.callback.DeployedModels;
import io.ringback.callback.ModelFault;
import io.ringback.platform.database.FailureRecovery;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * Receptions whose process does not answer. When its model has gone wrong, another version of it takes over. Otherwise it is
 * over: the agent is told that receiving has stopped and can
 * switch it on again. A callback in hand stays there for what was being done with it, which is now done anew: a Save must
 * not be lost with the reception.
 */
@Service
class LostReceptions implements FailureRecovery {

    private static final Logger log = LoggerFactory.getLogger(LostReceptions.class);

    private final Agents agents;
    private final ReceptionProcess process;
    private final DeployedModels models;

    LostReceptions(Agents agents, ReceptionProcess process, DeployedModels models) {
        this.agents = agents;
        this.process = process;
        this.models = models;
    }

    @Override
    public boolean helpsAgainst(RuntimeException failure) {
        return failure instanceof ReceptionNotAnswering;
    }

    @Override
    public void apply(RuntimeException failure, boolean again) {
        var lost = (ReceptionNotAnswering) failure;
        var agent = agents.lock(lost.agentId());
        if (!agent.isReceiving()) {
            return;
        }
        var fault = lost.fault() == null ? process.diagnose(agent).orElse(null) : lost.fault();
        if (fault == null || again || !goesOn(agent, fault)) {
            end(agent);
        }
    }

    /** Another version of the process takes over, with the case in hand if there is one. */
    private boolean goesOn(Agent agent, ModelFault fault) {
        var blamed = models.blame(fault, false);
        log.atError()
                .addKeyValue("agent.id", agent.id())
                .log(
                        "The reception of agent {} goes on with the newest version that works: {}",
                        agent.id(),
                        blamed.told());
        process.discard(agent);
        var started = process.start(agent);
        started.ifPresent(id -> agents.bind(agent, id));
        return started.isPresent();
    }

    private void end(Agent agent) {
        log.atError()
                .addKeyValue("agent.id", agent.id())
                .log(
                        "The reception of agent {} has lost its process and is over; the agent can switch on again",
                        agent.id());
        agents.switchOff(agent, StopFacts.of(StopReason.SYSTEM), null);
    }
}
