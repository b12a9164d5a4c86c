package io.ringback.allocation;

import io.ringback.callback.Callbacks;
import io.ringback.platform.database.DueWork;
import io.ringback.platform.database.Transactions;
import io.ringback.platform.problem.DatabaseAway;
import io.ringback.reception.Agents;
import io.ringback.reception.ReceptionProcess;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Brings eligible callbacks and idle agents together, longest idle first. */
@Service
public class Offers {

    /** An eligible callback and an idle agent never miss each other for longer than this and one round. */
    static final Duration SWEEP = Duration.ofSeconds(1);

    private static final int AGENTS_AT_ONCE = 50;
    private static final int PROMOTED_AT_ONCE = 5_000;
    private static final Logger log = LoggerFactory.getLogger(Offers.class);

    private final JdbcCandidates candidates;
    private final Callbacks callbacks;
    private final ClosingTime closingTime;
    private final Agents agents;
    private final ReceptionProcess receptions;
    private final Transactions transactions;
    private final Clock clock;

    Offers(
            JdbcCandidates candidates,
            Callbacks callbacks,
            ClosingTime closingTime,
            Agents agents,
            ReceptionProcess receptions,
            Transactions transactions,
            Clock clock) {
        this.candidates = candidates;
        this.callbacks = callbacks;
        this.closingTime = closingTime;
        this.agents = agents;
        this.receptions = receptions;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Moves what the time has come for, and wakes idle agents until nobody is left for whom something is eligible.
     *
     * @return how many agents got a callback
     */
    public int runOnce() {
        closingTime.runOnce();
        transactions.execute(this::promote);
        return toIdleAgents();
    }

    /**
     * Wakes idle agents until nobody is left for whom something is eligible. Whether anybody is idle is asked first: it is planned
     * once and answered from a small index, and while callers wait the answer is mostly no.
     *
     * @return how many agents got a callback
     */
    int toIdleAgents() {
        if (!candidates.isAnybodyIdle()) {
            return 0;
        }
        return InTurn.wake(() -> candidates.idleAgentsWithWork(clock.instant(), AGENTS_AT_ONCE), this::offer);
    }

    /**
     * Marks scheduled callbacks whose time has come as waiting, so that their order comes from the index even when many
     * become eligible at once and the engine's timers need minutes for them.
     */
    private void promote() {
        callbacks.saveLines(candidates.lockDue(clock.instant(), PROMOTED_AT_ONCE).stream()
                .map(due -> due.inLine().becomeEligible())
                .toList());
    }

    /** When there is next something for {@link #runOnce} to do, see {@link DueWork#dueAt}. */
    String dueAt() {
        return "least(%s, %s, %s)"
                .formatted(
                        JdbcClosedCallbacks.NEXT_END,
                        JdbcCandidates.NEXT_ELIGIBLE_AT,
                        DueWork.atOnceIf(JdbcCandidates.SOMEBODY_WAITS_IN_VAIN));
    }

    private boolean offer(String agentId) {
        try {
            return transactions.run(() -> offerNow(agentId));
        } catch (RuntimeException e) {
            if (DatabaseAway.isCauseOf(e)) {
                throw e; // for the other agents it is away, too
            }
            log.atWarn()
                    .addKeyValue("agent.id", agentId)
                    .setCause(e)
                    .log("Could not offer a callback to agent {}; the next sweep tries again", agentId);
            return false;
        }
    }

    /** An agent whom somebody else is changing right now either stops or gets a callback that way. */
    private boolean offerNow(String agentId) {
        var agent = agents.lockUnlessBusy(agentId);
        if (agent.isEmpty()
                || !agent.get().isIdle()
                || candidates.oldest(agentId, clock.instant(), 1).isEmpty()) {
            return false;
        }
        receptions.callbackAvailable(agent.get());
        return !agents.get(agentId).isIdle();
    }
}
