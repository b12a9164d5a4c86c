package io.ringback.presence;

import io.ringback.account.AccountProperties;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What presence follows from, and the signs of life that are written down. */
@Repository
class JdbcSigns {

    private static final String SIGNS = """
            SELECT account.id, greatest(desk.seen_at, seen.seen_at) AS last_seen_at, seen.left_at,
                   agent.reception_id IS NOT NULL AS receiving, held.phase IS NOT NULL AS holding,
                   coalesce(held.phase = 'IN_CALL', false) AS in_call, agent.away_reason, agent.away_since,
                   coalesce(agent.availability, 'AVAILABLE') AS availability,
                   EXISTS (
                       SELECT FROM ringback.web_session session
                       WHERE session.principal_name = account.id
                         AND least(session.expiry_time, session.creation_time + :absolute)
                             > extract(epoch FROM now()) * 1000) AS signed_in
            FROM ringback.account
            LEFT JOIN ringback.agent ON agent.id = account.id
            LEFT JOIN ringback.callback held ON held.agent_id = account.id
            LEFT JOIN ringback.desk_presence desk ON desk.agent_id = account.id
            LEFT JOIN ringback.agent_seen seen ON seen.agent_id = account.id
            WHERE""";

    private final JdbcClient jdbc;
    private final Duration sessionEndsAfter;

    JdbcSigns(JdbcClient jdbc, AccountProperties accounts) {
        this.jdbc = jdbc;
        this.sessionEndsAfter = accounts.sessionEndsAfter();
    }

    /** @param accountIds null for all who are agents, or still receive */
    Map<String, PresentAgent> of(@Nullable Collection<String> accountIds, Instant now, Duration grace) {
        var found = new HashMap<String, PresentAgent>();
        var whose = accountIds == null
                ? " 'AGENT' = ANY (account.roles) OR agent.reception_id IS NOT NULL OR held.id IS NOT NULL"
                : " account.id = ANY (:ids::text[])";
        var query = jdbc.sql(SIGNS + whose).param("absolute", sessionEndsAfter.toMillis());
        (accountIds == null ? query : query.param("ids", accountIds.toArray(String[]::new))).query(row -> {
            found.put(row.getString("id"), agent(row, now, grace));
        });
        return found;
    }

    /** Notes a sign of life; one that is newer than {@code before} already is left, unless the agent has left since. */
    boolean seen(String agentId, Instant now, Instant before) {
        return jdbc.sql("""
                        INSERT INTO ringback.agent_seen AS seen (agent_id, seen_at)
                        SELECT :agent, :now
                        WHERE NOT EXISTS (
                            SELECT FROM ringback.agent_seen
                            WHERE agent_id = :agent AND seen_at > :before AND left_at IS NULL)
                        ON CONFLICT (agent_id) DO UPDATE
                        SET seen_at = greatest(seen.seen_at, excluded.seen_at), left_at = NULL""")
                        .param("agent", agentId)
                        .param("now", Timestamp.from(now))
                        .param("before", Timestamp.from(before))
                        .update()
                == 1;
    }

    void left(String agentId, Instant now) {
        jdbc.sql("""
                        INSERT INTO ringback.agent_seen (agent_id, left_at) VALUES (?, ?)
                        ON CONFLICT (agent_id) DO UPDATE SET left_at = excluded.left_at""").params(agentId, Timestamp.from(now)).update();
    }

    private static PresentAgent agent(ResultSet row, Instant now, Duration grace) throws SQLException {
        var signs = new Signs(
                instant(row, "last_seen_at"),
                instant(row, "left_at"),
                row.getBoolean("receiving"),
                row.getBoolean("holding"),
                row.getBoolean("in_call"));
        return new PresentAgent(
                Presence.of(signs, now, grace),
                row.getBoolean("signed_in"),
                signs.lastSeenAt(),
                row.getString("availability"),
                row.getString("away_reason"),
                instant(row, "away_since"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var timestamp = row.getTimestamp(column);
        return timestamp == null ? null : timestamp.toInstant();
    }
}
