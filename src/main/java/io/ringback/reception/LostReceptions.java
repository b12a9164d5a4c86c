package io.ringback.reception;

import io.ringback.platform.Remedy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * Receptions whose process does not answer. Such a one is over: the agent is told that receiving has stopped and can
 * switch it on again. A callback in hand stays there for what was being done with it, which is now done anew: a Save must
 * not be lost with the reception.
 */
@Service
class LostReceptions implements Remedy {

    private static final Logger log = LoggerFactory.getLogger(LostReceptions.class);

    private final Agents agents;

    LostReceptions(Agents agents) {
        this.agents = agents;
    }

    @Override
    public boolean helpsAgainst(RuntimeException failure) {
        return failure instanceof ReceptionNotAnswering;
    }

    @Override
    public void apply(RuntimeException failure) {
        var agent = agents.lock(((ReceptionNotAnswering) failure).agentId());
        if (!agent.isReceiving()) {
            return;
        }
        log.atError()
                .addKeyValue("agent.id", agent.id())
                .log(
                        "The reception of agent {} has lost its process and is over; the agent can switch on again",
                        agent.id());
        agents.switchOff(agent, StopReason.SYSTEM, null, null);
    }
}
