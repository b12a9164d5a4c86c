package io.ringback.handling;

import io.ringback.callback.Callbacks;
import io.ringback.callback.CaseProcess;
import io.ringback.list.Lists;
import io.ringback.platform.problem.Conflict;
import io.ringback.reception.Agents;
import java.util.UUID;
import org.springframework.stereotype.Service;

/**
 * An agent who needs more time than a countdown leaves gets it by one press, as often as the list says (WCAG 2.2.1). Joins
 * the transaction of its caller.
 */
@Service
public class MoreTime {

    private final Agents agents;
    private final Callbacks callbacks;
    private final Lists lists;
    private final CaseProcess process;

    MoreTime(Agents agents, Callbacks callbacks, Lists lists, CaseProcess process) {
        this.agents = agents;
        this.callbacks = callbacks;
        this.lists = lists;
        this.process = process;
    }

    /**
     * The countdown that runs ends later, in the row and in the process.
     *
     * @throws Conflict when the case is out of hand, no countdown runs, or the list allows no more of it
     */
    public void give(String agentId, UUID allocationId) {
        agents.lock(agentId);
        var callback = callbacks.lockHeldBy(agentId, allocationId).orElseThrow(CaseInHand::over);
        var policy = lists.get(callback.listId()).policy();
        var holding = callback.held();
        if (holding.countsDownTo() == null) {
            throw new Conflict("Expected a countdown to be running, but there is none: nothing is in a hurry.");
        }
        if (holding.moreTimes() >= policy.moreTimes()) {
            throw new Conflict(
                    "Expected more time to be left for this case, but all %s times that the list allows are used."
                            .formatted(policy.moreTimes()));
        }
        var longer = callbacks.save(callback.inHand().moreTime(policy.moreTimeBy()));
        if (!longer.isSetAside()) {
            process.countdownMoved(longer);
        }
    }
}
