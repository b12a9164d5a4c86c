package io.ringback.desk;

import io.ringback.account.Accounts;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Keeps the connections open, finds the ones that are not, and ends those of whoever may not work as an agent any more.
 * However many streams are open, a round asks the database the same two questions.
 */
@Component
class Heartbeats {

    private static final Logger log = LoggerFactory.getLogger(Heartbeats.class);

    private final OpenStreams open;
    private final Presences presences;
    private final Accounts accounts;
    private final DeskSenders senders;
    private final Clock clock;

    Heartbeats(OpenStreams open, Presences presences, Accounts accounts, DeskSenders senders, Clock clock) {
        this.open = open;
        this.presences = presences;
        this.accounts = accounts;
        this.senders = senders;
        this.clock = clock;
    }

    /** First the lines, which must outlast also a database that does not answer. */
    @Scheduled(fixedRateString = "PT15S")
    void beat() {
        var agents = open.agents();
        if (!agents.isEmpty()) {
            var programs = open.agentsWithProgram();
            var now = clock.instant();
            agents.forEach(agentId -> senders.execute(agentId, () -> beat(agentId, now)));
            try {
                presences.seen(programs);
                endAllBut(accounts.agentsAmong(agents), agents);
            } catch (RuntimeException e) {
                log.warn("Could not ask about the agents whose desks are open; they are asked about again soon", e);
            }
        }
    }

    private void beat(String agentId, Instant now) {
        for (var stream : open.of(agentId)) {
            if (!stream.sendHeartbeat(now)) {
                open.remove(stream);
            }
        }
    }

    private void endAllBut(Set<String> allowed, Set<String> agents) {
        for (var agentId : agents) {
            if (!allowed.contains(agentId)) {
                senders.execute(agentId, () -> open.of(agentId).forEach(open::end));
            }
        }
    }
}
