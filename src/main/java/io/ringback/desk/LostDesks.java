package io.ringback.desk;

import io.ringback.platform.database.Transactions;
import io.ringback.presence.DeskProperties;
import io.ringback.reception.Agents;
import io.ringback.reception.Receptions;
import io.ringback.reception.StopReason;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * Stops the receiving of agents whose desk has been gone for longer than the grace time, so that their case goes to the
 * next one. Every node looks; the lock of the agent's row makes one of them do it.
 *
 * <p>Desks that could reach nobody have not gone. So a node stops agents only after it has looked without a break for a
 * whole grace time: not right after it has started, woken up or got its database back.
 */
@Service
class LostDesks {

    /** Two looks further apart than this are a break. */
    private static final Duration BREAK = Duration.ofSeconds(20);

    private static final Logger log = LoggerFactory.getLogger(LostDesks.class);

    private final JdbcPresences presences;
    private final Agents agents;
    private final Receptions receptions;
    private final Transactions transactions;
    private final Clock clock;
    private final Duration grace;
    private @Nullable Instant lastLook;
    private Instant lookingSince = Instant.MAX;

    LostDesks(
            JdbcPresences presences,
            Agents agents,
            Receptions receptions,
            Transactions transactions,
            Clock clock,
            DeskProperties properties) {
        this.presences = presences;
        this.agents = agents;
        this.receptions = receptions;
        this.transactions = transactions;
        this.clock = clock;
        this.grace = properties.grace();
    }

    /** Looks once. A look that fails is a break, too. */
    synchronized void runOnce() {
        var now = clock.instant();
        if (lastLook == null || lastLook.plus(BREAK).isBefore(now)) {
            lookingSince = now;
        }
        lastLook = null;
        var lost = presences.lost(now, grace);
        if (!lookingSince.plus(grace).isAfter(now)) {
            lost.forEach(this::stop);
        }
        lastLook = clock.instant();
    }

    private void stop(String agentId) {
        try {
            if (transactions.run(() -> stopIfStillLost(agentId))) {
                log.info("Agent {} is stopped: nothing was heard of the desk for {}", agentId, grace);
            }
        } catch (RuntimeException e) {
            log.warn("Could not stop agent {}, whose desk is lost; the next look tries again", agentId, e);
        }
    }

    /** An agent whom somebody else is changing right now is left to the next look. */
    boolean stopIfStillLost(String agentId) {
        if (agents.lockUnlessBusy(agentId).isEmpty() || !presences.isLost(agentId, clock.instant(), grace)) {
            return false;
        }
        receptions.stop(agentId, StopReason.CONNECTION_LOST, null);
        return true;
    }
}
