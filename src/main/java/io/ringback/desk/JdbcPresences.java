package io.ringback.desk;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcPresences {

    /**
     * Switching on is a sign of life, too. A desk that was gone before it says nothing about a reception that was
     * switched on without it.
     */
    private static final String LOST = """
            SELECT agent.id
            FROM ringback.agent JOIN ringback.desk_presence presence ON presence.agent_id = agent.id
            WHERE agent.reception_id IS NOT NULL
              AND greatest(presence.seen_at, agent.receiving_since) < :before
              AND presence.seen_at >= agent.receiving_since - :grace * interval '1 millisecond'""";

    private final JdbcClient jdbc;

    JdbcPresences(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void takeOver(String agentId, UUID deskId, Instant now) {
        jdbc.sql("""
                        INSERT INTO ringback.desk_presence (agent_id, desk_id, seen_at) VALUES (?, ?, ?)
                        ON CONFLICT (agent_id) DO UPDATE SET desk_id = excluded.desk_id, seen_at = excluded.seen_at""").params(agentId, deskId, Timestamp.from(now)).update();
    }

    /**
     * Like {@link #takeOver}, but only from nobody.
     *
     * @return whether it has become this desk's just now; empty when it is another desk's
     */
    Optional<Boolean> takeIfFree(String agentId, UUID deskId, Instant now) {
        return jdbc.sql("""
                        WITH before AS (
                            SELECT FROM ringback.desk_presence WHERE agent_id = :agent AND desk_id = :desk)
                        INSERT INTO ringback.desk_presence AS presence (agent_id, desk_id, seen_at)
                        VALUES (:agent, :desk, :now)
                        ON CONFLICT (agent_id) DO UPDATE SET desk_id = excluded.desk_id, seen_at = excluded.seen_at
                        WHERE coalesce(presence.desk_id, excluded.desk_id) = excluded.desk_id
                        RETURNING NOT EXISTS (SELECT FROM before)""")
                .param("agent", agentId)
                .param("desk", deskId)
                .param("now", Timestamp.from(now))
                .query(Boolean.class)
                .optional();
    }

    /** Notes a sign of life of this desk, whether or not it is the agent's; without effect when it is another one's. */
    void noteUnlessAnothers(String agentId, UUID deskId, Instant now) {
        jdbc.sql("""
                        INSERT INTO ringback.desk_presence AS presence (agent_id, seen_at) VALUES (:agent, :now)
                        ON CONFLICT (agent_id) DO UPDATE SET seen_at = excluded.seen_at
                        WHERE coalesce(presence.desk_id, :desk) = :desk""")
                .param("agent", agentId)
                .param("desk", deskId)
                .param("now", Timestamp.from(now))
                .update();
    }

    void addProgram(String agentId, Instant now) {
        jdbc.sql("""
                        INSERT INTO ringback.desk_presence (agent_id, seen_at) VALUES (?, ?)
                        ON CONFLICT (agent_id) DO UPDATE SET seen_at = excluded.seen_at""").params(agentId, Timestamp.from(now)).update();
    }

    /** Passes by the rows somebody is writing right now, which is as good and cannot deadlock with another node. */
    void seen(Collection<String> agentIds, Instant now) {
        jdbc.sql("""
                        WITH free AS (
                            SELECT agent_id FROM ringback.desk_presence
                            WHERE agent_id = ANY (?::text[]) FOR NO KEY UPDATE SKIP LOCKED)
                        UPDATE ringback.desk_presence presence SET seen_at = ?
                        FROM free WHERE presence.agent_id = free.agent_id""")
                .params(agentIds.toArray(String[]::new), Timestamp.from(now))
                .update();
    }

    void free(String agentId) {
        jdbc.sql("UPDATE ringback.desk_presence SET desk_id = NULL WHERE agent_id = ?")
                .param(agentId)
                .update();
    }

    Optional<UUID> deskOf(String agentId) {
        return jdbc.sql("SELECT desk_id FROM ringback.desk_presence WHERE agent_id = ? AND desk_id IS NOT NULL")
                .param(agentId)
                .query(UUID.class)
                .optional();
    }

    /** The receiving agents of whose desks nothing has been heard for longer than the grace time. */
    List<String> lost(Instant now, Duration grace) {
        return jdbc.sql(LOST + " ORDER BY agent.id")
                .param("before", Timestamp.from(now.minus(grace)))
                .param("grace", grace.toMillis())
                .query(String.class)
                .list();
    }

    boolean isLost(String agentId, Instant now, Duration grace) {
        return jdbc.sql(LOST + " AND agent.id = :agent")
                .param("before", Timestamp.from(now.minus(grace)))
                .param("grace", grace.toMillis())
                .param("agent", agentId)
                .query(String.class)
                .optional()
                .isPresent();
    }
}
