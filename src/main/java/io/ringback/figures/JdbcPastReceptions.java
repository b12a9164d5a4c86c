package io.ringback.figures;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The receptions of agents, by the trail: whatever is noted of an agent between two of its entries happened between them,
 * since all who change what an agent does lock the agent first.
 */
@Repository
class JdbcPastReceptions {

    private static final String ENDED = """
            SELECT id, at, coalesce(because ->> 'code', split_part(reason, ':', 1)) AS because
            FROM ringback.audit_event
            WHERE agent_id = begun.agent_id AND type = 'RECEIVING_STOPPED' AND (at, id) > (begun.at, begun.id)
            ORDER BY at, id LIMIT 1""";

    private static final String PAGE = """
            SELECT begun.id, begun.at AS started_at, ended.at AS ended_at, ended.because, given.cases, given.to_call
            FROM (
                SELECT id, at, agent_id FROM ringback.audit_event
                WHERE agent_id = :agent AND type = 'RECEIVING_STARTED' AND at >= :from AND at < :to
                  AND (at, id) < (:afterAt, :after)
                ORDER BY at DESC, id DESC LIMIT :limit) begun
            LEFT JOIN LATERAL (%s) ended ON true
            LEFT JOIN LATERAL (
                SELECT count(*) AS cases,
                       percentile_disc(0.5) WITHIN GROUP (
                           ORDER BY (extract(epoch FROM called.at - allocated.at) * 1000)::bigint) AS to_call
                FROM ringback.audit_event allocated
                LEFT JOIN LATERAL (
                    SELECT min(started_at) AS at FROM ringback.attempt
                    WHERE allocation_id = (allocated.details ->> 'allocationId')::uuid AND NOT without_call) called
                    ON true
                WHERE allocated.agent_id = begun.agent_id AND allocated.type = 'ALLOCATED'
                  AND allocated.id > begun.id AND allocated.id < coalesce(ended.id, 9223372036854775807)) given ON true
            ORDER BY begun.at DESC, begun.id DESC""".formatted(ENDED);

    private static final String ENDS = """
            SELECT coalesce(ended.because, '') AS because, count(*) AS count,
                   sum(extract(epoch FROM coalesce(ended.at, :now) - begun.at) * 1000)::bigint AS millis
            FROM ringback.audit_event begun LEFT JOIN LATERAL (%s) ended ON true
            WHERE begun.agent_id = :agent AND begun.type = 'RECEIVING_STARTED' AND begun.at >= :from AND begun.at < :to
            GROUP BY 1 ORDER BY 1""".formatted(ENDED);

    private final JdbcClient jdbc;

    JdbcPastReceptions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** When the reception of this agent with this id began; empty when there is none. */
    Optional<Instant> begun(String agentId, long id) {
        return jdbc.sql("""
                        SELECT at FROM ringback.audit_event
                        WHERE id = ? AND agent_id = ? AND type = 'RECEIVING_STARTED'""")
                .params(id, agentId)
                .query((row, number) -> row.getTimestamp("at").toInstant())
                .optional();
    }

    /** Those that began in the period, the latest first, from before this one on. */
    List<PastReception> page(String agentId, Instant from, Instant to, Instant beforeAt, long before, int limit) {
        return jdbc.sql(PAGE)
                .param("agent", agentId)
                .param("from", Timestamp.from(from))
                .param("to", Timestamp.from(to))
                .param("afterAt", Timestamp.from(beforeAt))
                .param("after", before)
                .param("limit", limit)
                .query(JdbcPastReceptions::reception)
                .list();
    }

    /** How often those that began in the period have ended for each reason, and how long they were; the empty one goes on. */
    Map<String, PastReceptions.Ended> ends(String agentId, Instant from, Instant to, Instant now) {
        var ends = new TreeMap<String, PastReceptions.Ended>();
        jdbc.sql(ENDS)
                .param("agent", agentId)
                .param("from", Timestamp.from(from))
                .param("to", Timestamp.from(to))
                .param("now", Timestamp.from(now))
                .query(row -> {
                    ends.put(
                            row.getString("because"),
                            new PastReceptions.Ended(
                                    row.getLong("count"), Duration.ofMillis(Math.max(0, row.getLong("millis")))));
                });
        return ends;
    }

    private static PastReception reception(ResultSet row, int number) throws SQLException {
        var toCall = row.getObject("to_call", Long.class);
        return new PastReception(
                String.valueOf(row.getLong("id")),
                row.getTimestamp("started_at").toInstant(),
                ended(row),
                row.getString("because"),
                row.getLong("cases"),
                toCall == null ? null : Duration.ofMillis(Math.max(0, toCall)));
    }

    private static @Nullable Instant ended(ResultSet row) throws SQLException {
        Timestamp ended = row.getTimestamp("ended_at");
        return ended == null ? null : ended.toInstant();
    }
}
