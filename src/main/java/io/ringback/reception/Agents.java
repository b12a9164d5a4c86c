package io.ringback.reception;

import io.ringback.account.Accounts;
import io.ringback.audit.AuditTrail;
import io.ringback.platform.database.DeskSignal;
import io.ringback.platform.problem.Forbidden;
import io.ringback.presence.Absences;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * The agents and what they hold. An agent is always locked before the callback in hand, so that two changes of the same
 * pair wait for each other instead of blocking each other.
 */
@Service
public class Agents {

    private final JdbcAgents rows;
    private final Accounts accounts;
    private final AuditTrail audit;
    private final DeskSignal desks;
    private final Absences absences;
    private final Clock clock;

    Agents(JdbcAgents rows, Accounts accounts, AuditTrail audit, DeskSignal desks, Absences absences, Clock clock) {
        this.rows = rows;
        this.accounts = accounts;
        this.audit = audit;
        this.desks = desks;
        this.absences = absences;
        this.clock = clock;
    }

    /** The agent, as seen now. */
    public Agent get(String id) {
        return rows.find(id).orElseGet(() -> lock(id));
    }

    /**
     * Locks the agent until the end of the transaction, unless that has been done already.
     *
     * @throws NotFound when no account of this id is an agent
     */
    public Agent lock(String id) {
        return rows.lock(id).orElseGet(() -> {
            rows.add(accounts.agent(id).id());
            return rows.lock(id).orElseThrow();
        });
    }

    /** Empty also when somebody else is changing the agent right now. */
    public Optional<Agent> lockUnlessBusy(String id) {
        return rows.lockUnlessBusy(id);
    }

    /** The agent with this allocation in hand, locked; empty when the reception is over or has gone on. */
    public Optional<Agent> lockByAllocation(UUID allocationId) {
        return rows.byAllocation(allocationId);
    }

    /** Like {@link #lockByAllocation(UUID)}, of an agent who may be locked already. */
    public Optional<Agent> lockByAllocation(String id, UUID allocationId) {
        return Optional.of(lock(id)).filter(agent -> allocationId.equals(agent.allocationId()));
    }

    /** The callback of this allocation is in the agent's hands now. */
    public void hold(String id, UUID allocationId) {
        rows.hold(id, allocationId);
        desks.changed(id);
    }

    /** The agent waits for a callback. */
    public void idle(String id) {
        rows.idle(id, clock.instant());
        desks.changed(id);
    }

    /**
     * To be called with the agent locked: whoever takes the role away locks it, too, and one of the two sees the other.
     *
     * @throws Forbidden when the account may not work as an agent any more
     */
    void requireWorking(String id) {
        if (accounts.agentsAmong(List.of(id)).isEmpty()) {
            throw new Forbidden("The account is disabled, or is no agent’s any more.");
        }
    }

    void setAvailability(Agent agent, Availability availability, @Nullable String reason) {
        var now = clock.instant();
        rows.setAvailability(agent.id(), availability, reason, availability.canReceive() ? null : now);
        if (availability.canReceive()) {
            absences.end(agent.id(), now);
        } else {
            absences.begin(agent.id(), availability.name(), reason, now);
        }
        record(agent, new ReceptionEvent.AvailabilityChanged(agent.availability(), availability, reason));
    }

    void switchOn(Agent agent, UUID receptionId) {
        rows.switchOn(agent.id(), receptionId, clock.instant());
        record(agent, new ReceptionEvent.Started());
    }

    void bind(Agent agent, String processInstanceId) {
        rows.bind(agent.id(), processInstanceId);
    }

    void switchOff(Agent agent, StopFacts why, @Nullable String note) {
        rows.switchOff(agent.id(), new Stop(why.reason(), clock.instant(), why.limit(), note));
        record(agent, new ReceptionEvent.Stopped(why, note));
    }

    /** To be called with the agent locked: the process of the reception goes on by another version. */
    public void migrated(Agent agent, ReceptionMigrated migration) {
        record(agent, migration);
    }

    private void record(Agent agent, ReceptionEvent event) {
        audit.record(event.entry(agent.id()));
        desks.changed(agent.id());
    }
}
