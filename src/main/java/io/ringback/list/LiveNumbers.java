package io.ringback.list;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/**
 * The live numbers of the lists. They are always counted, never kept: a counter that every request must write would
 * queue up all requests of a list behind each other.
 */
@Service
public class LiveNumbers {

    private static final ListNumbers NONE = new ListNumbers(0, 0, 0, 0);

    private final JdbcListNumbers rows;
    private final JdbcListAgents agents;
    private final Lists lists;
    private final Clock clock;

    /** Counts of lists so long that counting them at every glance of every agent would cost more than the work. */
    private final Cache<String, ListNumbers> longLists =
            Caffeine.newBuilder().expireAfterWrite(Duration.ofSeconds(1)).build();

    static final int LONG_LIST = 1_000;

    LiveNumbers(JdbcListNumbers rows, JdbcListAgents agents, Lists lists, Clock clock) {
        this.rows = rows;
        this.agents = agents;
        this.lists = lists;
        this.clock = clock;
    }

    /** The numbers of a list, counted now. */
    public ListNumbers of(String listId) {
        lists.get(listId);
        return rows.count(List.of(listId), clock.instant()).getOrDefault(listId, NONE);
    }

    /** The numbers of several lists at a glance; of long lists they may be a second old. */
    public Map<String, ListNumbers> of(List<String> listIds) {
        return glance(listIds);
    }

    /** The lists an agent has access to; numbers of a list with 1,000 open callbacks or more may be a second old. */
    public List<AgentList> ofAgent(String agentId) {
        var memberships = agents.listsOf(agentId);
        var numbers =
                glance(memberships.stream().map(JdbcListAgents.Membership::id).toList());
        return memberships.stream()
                .map(list -> agentList(list, numbers.getOrDefault(list.id(), NONE)))
                .toList();
    }

    private Map<String, ListNumbers> glance(List<String> ids) {
        var numbers = new HashMap<>(longLists.getAllPresent(ids));
        var toCount = new ArrayList<>(ids);
        toCount.removeAll(numbers.keySet());
        if (!toCount.isEmpty()) {
            var counted = rows.count(toCount, clock.instant());
            counted.forEach((id, count) -> {
                if (count.openCases() >= LONG_LIST) {
                    longLists.put(id, count);
                }
            });
            numbers.putAll(counted);
        }
        return numbers;
    }

    private static AgentList agentList(JdbcListAgents.Membership list, ListNumbers numbers) {
        return new AgentList(
                list.id(),
                list.name(),
                list.active(),
                numbers.serving(),
                numbers.openCases(),
                numbers.dueInAnHour(),
                numbers.expiresIn24Hours());
    }
}
