package io.ringback.allocation;

import com.fasterxml.uuid.Generators;
import io.ringback.callback.Callbacks;
import io.ringback.callback.CaseProcess;
import io.ringback.callback.RoundedUp;
import io.ringback.list.Lists;
import io.ringback.reception.Agents;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Service;

/** Gives the oldest eligible callback to an agent: the one way a callback comes into anybody's hands. */
@Service
public class Allocator {

    private final JdbcCandidates candidates;
    private final Agents agents;
    private final Callbacks callbacks;
    private final Lists lists;
    private final CaseProcess process;
    private final Clock clock;

    Allocator(
            JdbcCandidates candidates,
            Agents agents,
            Callbacks callbacks,
            Lists lists,
            CaseProcess process,
            Clock clock) {
        this.candidates = candidates;
        this.agents = agents;
        this.callbacks = callbacks;
        this.lists = lists;
        this.process = process;
        this.clock = clock;
    }

    /**
     * Allocates the oldest eligible callback over the agent's joined lists, unless the agent has one in hand.
     *
     * @return whether the agent has one now; if not, the agent waits
     */
    public boolean allocate(String agentId) {
        agents.lock(agentId);
        var now = clock.instant();
        var oldest = OldestFirst.lock(
                limit -> candidates.oldest(agentId, now, limit),
                shown -> candidates.lockFirst(shown, agentId, now).map(seen -> new Found(shown, seen)));
        if (oldest.isEmpty()) {
            if (callbacks.heldBy(agentId).isPresent()) {
                return true;
            }
            agents.idle(agentId);
            return false;
        }
        var callback = oldest.get().seen().callback();
        var allocationId = Generators.timeBasedEpochGenerator().generate();
        var list = lists.seen(callback.listId());
        var facts = oldest.get().seen().facts(oldest.get().shown(), list.order(), now);
        var limit = list.autoStopAfter();
        var autoStopAt = limit == null ? null : RoundedUp.after(now, limit);
        var allocated = callbacks.save(callback.inLine().allocatedTo(agentId, allocationId, now, autoStopAt, facts));
        agents.hold(agentId, allocationId);
        process.allocated(allocated);
        return true;
    }

    private record Found(List<Candidate> shown, Seen seen) {}
}
