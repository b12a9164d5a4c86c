package io.ringback.list;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/**
 * The live numbers of the lists: each answer is exact for one moment, and what it costs does not depend on how long the
 * lists are (docs/decisions/021). What answers a step of a case may be of a moment a little earlier (docs/decisions/087).
 */
@Service
public class LiveNumbers {

    private static final ListNumbers NONE = new ListNumbers(0, 0, 0, 0);

    private final JdbcListNumbers rows;
    private final JdbcListAgents agents;
    private final Lists lists;
    private final CountedLately lately;
    private final Clock clock;

    LiveNumbers(JdbcListNumbers rows, JdbcListAgents agents, Lists lists, CountedLately lately, Clock clock) {
        this.rows = rows;
        this.agents = agents;
        this.lists = lists;
        this.lately = lately;
        this.clock = clock;
    }

    /**
     * The numbers of a list.
     *
     * @throws io.ringback.platform.problem.NotFound when there is no such list
     */
    public ListNumbers of(String listId) {
        lists.get(listId);
        return of(List.of(listId)).getOrDefault(listId, NONE);
    }

    /** The numbers of several lists in one moment, by the id of the list; of those there are, archived ones included. */
    public Map<String, ListNumbers> of(List<String> listIds) {
        var now = clock.instant();
        var counted = rows.of(listIds, now);
        lately.keep(counted, now);
        return counted;
    }

    /** How many callbacks are open on all lists but those archived, without what the other numbers cost. */
    public long openOfAll() {
        return rows.openOfAll();
    }

    /** The lists an agent has access to, with their numbers. */
    public List<AgentList> ofAgent(String agentId) {
        var memberships = agents.listsOf(agentId);
        return shown(memberships, of(ids(memberships)));
    }

    /** Like {@link #ofAgent}, with numbers that may be as old as {@link CountedLately} keeps them. */
    public List<AgentList> ofAgentLately(String agentId) {
        var memberships = agents.listsOf(agentId);
        var known = lately.of(ids(memberships), clock.instant());
        var unknown =
                ids(memberships).stream().filter(id -> !known.containsKey(id)).toList();
        if (!unknown.isEmpty()) {
            known.putAll(of(unknown));
        }
        return shown(memberships, known);
    }

    private static List<String> ids(List<JdbcListAgents.Membership> memberships) {
        return memberships.stream().map(JdbcListAgents.Membership::id).toList();
    }

    private static List<AgentList> shown(
            List<JdbcListAgents.Membership> memberships, Map<String, ListNumbers> numbers) {
        return memberships.stream()
                .map(list -> agentList(list, numbers.getOrDefault(list.id(), NONE)))
                .toList();
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
