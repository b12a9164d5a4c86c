package io.ringback.presence;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * When agents were away, and for what. Who is off work without a reason has gone home, which is no absence. Begins and ends
 * in the transaction of the caller, who has locked the agent.
 */
@Component
public class Absences {

    private final JdbcAbsences rows;

    Absences(JdbcAbsences rows) {
        this.rows = rows;
    }

    /**
     * The agent is away from now on; an earlier absence ends.
     *
     * @param availability {@code DO_NOT_DISTURB} or {@code OFFWORK}
     * @param reason the id of what for; null without one
     */
    public void begin(String agentId, String availability, @Nullable String reason, Instant now) {
        rows.end(agentId, now);
        if (isAbsence(availability, reason)) {
            rows.begin(agentId, availability, reason, now);
        }
    }

    /** The agent is not away any more; without effect on one who is not. */
    public void end(String agentId, Instant now) {
        rows.end(agentId, now);
    }

    /** An agent who had left is there again: whoever is still away by the row is away again from now on. */
    void goOn(String agentId, Instant now) {
        rows.goOn(agentId, now);
    }

    /** The same is a condition of {@link JdbcAbsences#goOn}. */
    static boolean isAbsence(String availability, @Nullable String reason) {
        return reason != null || !availability.equals("OFFWORK");
    }
}
