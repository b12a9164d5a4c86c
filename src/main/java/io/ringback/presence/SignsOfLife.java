package io.ringback.presence;

import io.ringback.platform.database.DeskNews;
import io.ringback.platform.database.DeskSignal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * Notes that agents are there. Beside the answers of a desk's page, every call of the desk is a sign of life: of a program
 * that has no stream it is the only one.
 */
@Component
public class SignsOfLife {

    /** Not every call is written down, so that signs of life cost no statement with each of them. */
    private static final int TIMES_WITHIN_GRACE = 4;

    private final JdbcSigns rows;
    private final Absences absences;
    private final Clock clock;
    private final Duration rest;
    private final Map<String, Instant> noted = new ConcurrentHashMap<>();

    SignsOfLife(JdbcSigns rows, Absences absences, Clock clock, DeskProperties properties, DeskSignal signal) {
        this.rows = rows;
        this.absences = absences;
        this.clock = clock;
        this.rest = properties.grace().dividedBy(TIMES_WITHIN_GRACE);
        signal.listen(this::hear);
    }

    /** The agent's desk has been called. */
    void heard(String agentId) {
        var now = clock.instant();
        var before = now.minus(rest);
        var last = noted.get(agentId);
        if (last == null || !last.isAfter(before)) {
            if (rows.seen(agentId, now, before)) {
                absences.goOn(agentId, now);
            }
            noted.put(agentId, now);
        }
    }

    /** The agent signs out, or is signed out, with the current transaction; being away ends with it. */
    public void left(String agentId) {
        noted.remove(agentId);
        rows.left(agentId, clock.instant());
        absences.end(agentId, clock.instant());
    }

    /** Also on another node, so that this one does not take an old call for a new one. */
    private void hear(DeskNews news) {
        switch (news.kind()) {
            case SIGNED_OUT -> noted.remove(news.accountId());
            case ANYTHING -> noted.clear();
            case DESK, RIGHTS, ENDED, MODELS -> {}
        }
    }
}
