package io.ringback.presence;

import java.sql.Timestamp;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcAbsences {

    private final JdbcClient jdbc;

    JdbcAbsences(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void begin(String agentId, String availability, @Nullable String reason, Instant now) {
        jdbc.sql("""
                        INSERT INTO ringback.absence (agent_id, availability, reason, started_at) VALUES (?, ?, ?, ?)
                        ON CONFLICT (agent_id) WHERE ended_at IS NULL DO NOTHING""").params(agentId, availability, reason, Timestamp.from(now)).update();
    }

    void end(String agentId, Instant now) {
        jdbc.sql("""
                        UPDATE ringback.absence SET ended_at = greatest(started_at, ?)
                        WHERE agent_id = ? AND ended_at IS NULL""").params(Timestamp.from(now), agentId).update();
    }

    /** Locks an agent who is away, and only such a one, so that none is away any more whom somebody has just changed. */
    void goOn(String agentId, Instant now) {
        jdbc.sql("""
                        INSERT INTO ringback.absence (agent_id, availability, reason, started_at)
                        SELECT id, availability, away_reason, :now FROM (
                            SELECT id, availability, away_reason FROM ringback.agent
                            WHERE id = :agent AND away_since IS NOT NULL
                              AND (availability = 'DO_NOT_DISTURB' OR away_reason IS NOT NULL)
                            FOR SHARE) away
                        ON CONFLICT (agent_id) WHERE ended_at IS NULL DO NOTHING""").param("agent", agentId).param("now", Timestamp.from(now)).update();
    }
}
