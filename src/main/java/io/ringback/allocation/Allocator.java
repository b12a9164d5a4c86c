package io.ringback.allocation;

import com.fasterxml.uuid.Generators;
import io.ringback.callback.Callbacks;
import io.ringback.callback.CaseProcess;
import io.ringback.callback.Change;
import io.ringback.callback.Promise;
import io.ringback.list.Lists;
import io.ringback.reception.Agents;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/** Gives the oldest eligible callback to an agent: the one way a callback comes into anybody's hands. */
@Service
public class Allocator {

    private final JdbcCandidates candidates;
    private final Agents agents;
    private final Callbacks callbacks;
    private final Lists lists;
    private final CaseProcess process;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Allocator(
            JdbcCandidates candidates,
            Agents agents,
            Callbacks callbacks,
            Lists lists,
            CaseProcess process,
            ApplicationEventPublisher events,
            Clock clock) {
        this.candidates = candidates;
        this.agents = agents;
        this.callbacks = callbacks;
        this.lists = lists;
        this.process = process;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Allocates the oldest eligible callback over the agent's joined lists.
     *
     * @return whether there was one; if not, the agent waits
     */
    public boolean allocate(String agentId) {
        agents.lock(agentId);
        var now = clock.instant();
        var oldest = OldestFirst.lock(
                limit -> candidates.oldest(agentId, now, limit), ids -> candidates.lockFirst(ids, agentId, now));
        if (oldest.isEmpty()) {
            agents.idle(agentId);
            return false;
        }
        var callback = oldest.get();
        var allocationId = Generators.timeBasedEpochGenerator().generate();
        var limit = lists.get(callback.listId()).autoStopAfter();
        var allocated =
                callback.allocatedTo(agentId, allocationId, now, limit == null ? null : Promise.after(now, limit));
        callbacks.save(
                callback, allocated, Change.of("ALLOCATED").with(Map.of("allocationId", allocationId.toString())));
        agents.hold(agentId, allocationId);
        process.allocated(allocated);
        if (callback.releasedBy() == null) {
            events.publishEvent(new FirstOffer(
                    callback.listId(), Duration.between(callback.deadlines().eligibleAt(), now)));
        }
        return true;
    }
}
