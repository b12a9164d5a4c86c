package io.ringback.list;

import io.ringback.account.Accounts;
import io.ringback.audit.AuditTrail;
import io.ringback.platform.database.DeskSignal;
import io.ringback.platform.database.Transactions;
import io.ringback.presence.Attendance;
import io.ringback.presence.PresentAgent;
import java.util.Comparator;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/** Which agents have access to a list, and which of them have joined it. */
@Service
public class ListAccess {

    private final JdbcListAgents rows;
    private final Lists lists;
    private final Accounts accounts;
    private final Attendance attendance;
    private final AuditTrail audit;
    private final DeskSignal desks;
    private final ApplicationEventPublisher events;
    private final Transactions transactions;

    ListAccess(
            JdbcListAgents rows,
            Lists lists,
            Accounts accounts,
            Attendance attendance,
            AuditTrail audit,
            DeskSignal desks,
            ApplicationEventPublisher events,
            Transactions transactions) {
        this.rows = rows;
        this.lists = lists;
        this.accounts = accounts;
        this.attendance = attendance;
        this.audit = audit;
        this.desks = desks;
        this.events = events;
        this.transactions = transactions;
    }

    /** Who has access: the busiest first, whoever is not there last. */
    public List<ListAgent> agentsOf(String listId) {
        lists.get(listId);
        var members = rows.of(listId);
        var present = attendance.of(
                members.stream().map(JdbcListAgents.Member::agentId).toList());
        return members.stream()
                .map(member -> agent(member, present.getOrDefault(member.agentId(), PresentAgent.UNKNOWN)))
                .sorted(Comparator.comparing(ListAgent::where, PresentAgent.BUSIEST_FIRST))
                .toList();
    }

    private static ListAgent agent(JdbcListAgents.Member member, PresentAgent where) {
        return new ListAgent(
                member.agentId(),
                member.name(),
                member.active(),
                member.receiving() && member.active(),
                member.receiving() && !member.active(),
                member.availability(),
                where.onList(member.active()));
    }

    public void give(String listId, String agentId) {
        transactions.execute(() -> {
            lists.get(listId);
            if (rows.give(listId, accounts.agent(agentId).id())) {
                record(new ListEvent.AccessGiven(listId, agentId), agentId);
            }
        });
    }

    /** Takes the access away; a case of the list that the agent holds stays with the agent until it is saved. */
    public void take(String listId, String agentId) {
        transactions.execute(() -> {
            lists.get(listId);
            if (rows.take(listId, agentId)) {
                record(new ListEvent.AccessTaken(listId, agentId), agentId);
            }
        });
    }

    /**
     * Joins the agent to the list, or unjoins.
     *
     * @return false when the agent has no access to the list
     */
    public boolean setActive(String listId, String agentId, boolean active) {
        return transactions.run(() -> {
            var before = rows.setActive(listId, agentId, active);
            if (before.isPresent() && before.get() != active) {
                record(
                        active ? new ListEvent.Joined(listId, agentId) : new ListEvent.Unjoined(listId, agentId),
                        agentId);
                if (active) {
                    events.publishEvent(new ListJoined(listId, agentId));
                }
            }
            return before.isPresent();
        });
    }

    private void record(ListEvent event, String agentId) {
        audit.record(event.entry());
        desks.changed(agentId);
    }
}
