package io.ringback.desk;

import io.ringback.desk.Connections.Ports;
import io.ringback.desk.Connections.State;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Keeps the connections open and finds the ones that are not. However many streams are open, a round asks the database
 * one question.
 */
@Component
class Heartbeats {

    private static final Duration AGAIN = Duration.ofSeconds(1);
    private static final Logger log = LoggerFactory.getLogger(Heartbeats.class);

    private final OpenStreams open;
    private final Presences presences;
    private final Connections connections;
    private final DeskSenders senders;
    private final Clock clock;
    private final AtomicLong lookedAt = new AtomicLong(System.nanoTime() - AGAIN.toNanos());

    Heartbeats(OpenStreams open, Presences presences, Connections connections, DeskSenders senders, Clock clock) {
        this.open = open;
        this.presences = presences;
        this.connections = connections;
        this.senders = senders;
        this.clock = clock;
    }

    /** First the lines, which must outlast also a database that does not answer. */
    @Scheduled(fixedRateString = "PT15S")
    void beat() {
        var agents = open.agents();
        if (!agents.isEmpty()) {
            endDead(connections.look());
            var programs = open.agentsWithProgram();
            var now = clock.instant();
            agents.forEach(agentId -> senders.execute(agentId, () -> beat(agentId, now)));
            try {
                presences.seen(programs);
            } catch (RuntimeException e) {
                log.warn("Could not note which agents' programs are there; it is tried again soon", e);
            }
        }
    }

    /** Ends the streams whose other end has closed since the last beat, so that their places are free; once a second. */
    void endClosed() {
        var now = System.nanoTime();
        var last = lookedAt.get();
        if (now - last >= AGAIN.toNanos() && lookedAt.compareAndSet(last, now)) {
            var seen = connections.look();
            open.all().stream()
                    .filter(stream -> seen.get(stream.ports()) == State.CLOSED)
                    .forEach(open::end);
        }
    }

    /** What was written at the last beat has had the time until now to arrive. */
    private void endDead(Map<Ports, State> seen) {
        for (var stream : open.all()) {
            if (stream.isDead(seen.get(stream.ports()))) {
                open.end(stream);
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
}
