package io.ringback.office.board;

import io.ringback.callback.JdbcCallbackConditions;
import io.ringback.callback.Phase;
import io.ringback.presence.PresentAgent;
import io.ringback.reception.Availability;
import io.ringback.reception.StopReason;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the board shows beside the live numbers. */
@Repository
class JdbcBoard {

    private final JdbcClient jdbc;

    JdbcBoard(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param midnights by list, when its day has begun */
    Map<String, ListFigures> lists(Map<String, Instant> midnights, Instant now) {
        var figures = new HashMap<String, ListFigures>();
        jdbc.sql("""
                        SELECT list.id, waiting.since, late.n AS overdue, coalesce(sick.n, 0) AS set_aside, today.*
                        FROM unnest(?::text[], ?::text[]::timestamptz[]) AS list (id, midnight)
                        CROSS JOIN LATERAL (
                            SELECT min(eligible_at) AS since FROM ringback.callback c
                            WHERE c.list_id = list.id AND c.status = 'WAITING' AND c.set_aside_at IS NULL
                              AND c.closed_at IS NULL) waiting
                        CROSS JOIN LATERAL (
                            SELECT count(*) AS n FROM ringback.callback c
                            WHERE c.list_id = list.id AND %s) late
                        CROSS JOIN LATERAL (
                            SELECT %s FROM ringback.list_count c
                            WHERE c.list_id = list.id AND c.at >= list.midnight) today
                        LEFT JOIN (
                            SELECT list_id, count(*) AS n FROM ringback.callback
                            WHERE set_aside_at IS NOT NULL AND closed_at IS NULL GROUP BY list_id) sick
                            ON sick.list_id = list.id""".formatted(JdbcCallbackConditions.OVERDUE.formatted("c", "?"), JdbcBoardCounts.SUMS))
                .params(ids(midnights), times(midnights), Timestamp.from(now))
                .query(row -> {
                    figures.put(
                            row.getString("id"),
                            new ListFigures(
                                    row.getLong("overdue"),
                                    row.getLong("set_aside"),
                                    instant(row, "since"),
                                    JdbcBoardCounts.counts(row)));
                });
        return figures;
    }

    /** All with access to a list, and whoever receives or holds a case besides. */
    List<BoardAgent> agents(Map<String, Instant> midnights) {
        return jdbc.sql("""
                        WITH saved AS (
                            SELECT attempt.agent_id, count(*) AS n
                            FROM unnest(?::text[], ?::text[]::timestamptz[]) AS list (id, midnight)
                            JOIN ringback.attempt ON attempt.list_id = list.id
                                AND attempt.call_status IS NOT NULL AND attempt.ended_at >= list.midnight
                            GROUP BY attempt.agent_id)
                        SELECT account.id, account.name, coalesce(agent.availability, 'AVAILABLE') AS availability,
                               agent.receiving_since, agent.idle_since,
                               agent.stopped_because, agent.stopped_at, agent.stopped_note,
                               held.id AS callback_id, held.list_id, held.phase, held.allocated_at, held.auto_stop_at,
                               held.closes_at, held.call_asked_at, coalesce(saved.n, 0) AS saved
                        FROM ringback.account
                        LEFT JOIN ringback.agent ON agent.id = account.id
                        LEFT JOIN ringback.callback held ON held.agent_id = account.id
                        LEFT JOIN saved ON saved.agent_id = account.id
                        WHERE agent.reception_id IS NOT NULL OR held.id IS NOT NULL
                           OR (account.enabled AND 'AGENT' = ANY (account.roles) AND EXISTS (
                               SELECT 1 FROM ringback.list_agent la
                               JOIN ringback.callback_list list ON list.id = la.list_id AND list.archived_at IS NULL
                               WHERE la.agent_id = account.id))
                        ORDER BY account.name, account.id""")
                .params(ids(midnights), times(midnights))
                .query(JdbcBoard::agent)
                .list();
    }

    private static String[] ids(Map<String, Instant> midnights) {
        return midnights.keySet().toArray(String[]::new);
    }

    private static String[] times(Map<String, Instant> midnights) {
        return midnights.values().stream().map(Instant::toString).toArray(String[]::new);
    }

    private static BoardAgent agent(ResultSet row, int number) throws SQLException {
        return new BoardAgent(
                row.getString("id"),
                row.getString("name"),
                Availability.valueOf(row.getString("availability")),
                PresentAgent.UNKNOWN,
                instant(row, "receiving_since"),
                instant(row, "idle_since"),
                inHand(row),
                row.getLong("saved"),
                stopped(row));
    }

    private static BoardAgent.@Nullable InHand inHand(ResultSet row) throws SQLException {
        var since = instant(row, "allocated_at");
        return since == null
                ? null
                : new BoardAgent.InHand(
                        row.getObject("callback_id", UUID.class),
                        row.getString("list_id"),
                        Phase.valueOf(row.getString("phase")),
                        since,
                        instant(row, "auto_stop_at"),
                        instant(row, "closes_at"),
                        instant(row, "call_asked_at"));
    }

    private static BoardAgent.@Nullable Stopped stopped(ResultSet row) throws SQLException {
        var at = instant(row, "stopped_at");
        return at == null
                ? null
                : new BoardAgent.Stopped(
                        StopReason.valueOf(row.getString("stopped_because")), at, row.getString("stopped_note"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var timestamp = row.getTimestamp(column);
        return timestamp == null ? null : timestamp.toInstant();
    }

    /** @param waitingSince see {@link BoardList} */
    record ListFigures(
            long overdue, long setAside, @Nullable Instant waitingSince, BoardCounts today) {}
}
