package io.ringback.list;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcListAgents {

    private final JdbcClient jdbc;

    JdbcListAgents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Member> of(String listId) {
        return jdbc.sql("""
                        SELECT la.agent_id, account.name, la.active,
                               agent.reception_id IS NOT NULL AS receiving,
                               coalesce(agent.availability, 'AVAILABLE') AS availability
                        FROM ringback.list_agent la
                        JOIN ringback.account ON account.id = la.agent_id
                        LEFT JOIN ringback.agent ON agent.id = la.agent_id
                        WHERE la.list_id = ?
                        ORDER BY account.name, la.agent_id""").param(listId).query(Member.class).list();
    }

    /** Who has access, by list. */
    Map<String, List<String>> idsByList() {
        var ids = new HashMap<String, List<String>>();
        jdbc.sql("SELECT list_id, agent_id FROM ringback.list_agent ORDER BY list_id, agent_id")
                .query(row -> {
                    ids.computeIfAbsent(row.getString("list_id"), list -> new ArrayList<>())
                            .add(row.getString("agent_id"));
                });
        return ids;
    }

    boolean give(String listId, String agentId) {
        return jdbc.sql("INSERT INTO ringback.list_agent (list_id, agent_id) VALUES (?, ?) ON CONFLICT DO NOTHING")
                        .params(listId, agentId)
                        .update()
                == 1;
    }

    boolean take(String listId, String agentId) {
        return jdbc.sql("DELETE FROM ringback.list_agent WHERE list_id = ? AND agent_id = ?")
                        .params(listId, agentId)
                        .update()
                == 1;
    }

    /** Whether the agent was active before; empty without access. */
    Optional<Boolean> setActive(String listId, String agentId, boolean active) {
        return jdbc.sql("""
                        WITH before AS (
                            SELECT list_id, agent_id, active FROM ringback.list_agent
                            WHERE list_id = ? AND agent_id = ? FOR UPDATE)
                        UPDATE ringback.list_agent la SET active = ?
                        FROM before WHERE la.list_id = before.list_id AND la.agent_id = before.agent_id
                        RETURNING before.active""")
                .params(listId, agentId, active)
                .query(Boolean.class)
                .optional();
    }

    List<Membership> listsOf(String agentId) {
        return jdbc.sql("""
                        SELECT list.id, list.name, la.active
                        FROM ringback.list_agent la JOIN ringback.callback_list list ON list.id = la.list_id
                        WHERE la.agent_id = ? AND list.archived_at IS NULL
                        ORDER BY list.name, list.id""").param(agentId).query(Membership.class).list();
    }

    /** @param receiving whether the agent receives callbacks of any list */
    record Member(String agentId, String name, boolean active, boolean receiving, String availability) {}

    record Membership(String id, String name, boolean active) {}
}
