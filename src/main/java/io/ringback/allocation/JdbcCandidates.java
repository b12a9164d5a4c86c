package io.ringback.allocation;

import io.ringback.callback.Callback;
import io.ringback.callback.JdbcCallbackConditions;
import io.ringback.callback.JdbcCallbackRow;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Finds the callbacks that may be offered. Those whose list has closed since ({@code offer_until}) are none; the sweep
 * takes them out of the indexes looked at here.
 */
@Repository
class JdbcCandidates {

    /** Of the callbacks {@code c}, those that nobody has to repair, that are not held back, to be cancelled or outside of their hours. */
    private static final String IN_LINE = "c.set_aside_at IS NULL AND c.cancel_requested_at IS NULL"
            + " AND c.offering <> 'NOT_YET'"
            + " AND (c.offer_until IS NULL OR c.offer_until > :now)";

    /** What {@link Callback#callable} says, as a condition: it can be offered, as soon as its time has come. */
    private static final String OFFERED =
            IN_LINE + " AND NOT (%s)".formatted(JdbcCallbackConditions.EXPIRED.formatted("c", ":now"));

    /**
     * The order of a list, the one of the index callback_turn: what a supervisor has put before all others, the last such
     * first; then appointments, by their time; then the older, the earlier.
     */
    private static final String TURN = """
            %1$s.expedited_at DESC NULLS LAST, %1$s.time_agreed DESC,
            CASE WHEN %1$s.time_agreed THEN %1$s.eligible_at ELSE %1$s.priority_at END, %1$s.created_at, %1$s.id""";

    private static final String WHAT_TURN_NEEDS =
            "c.id, c.expedited_at, c.time_agreed, c.eligible_at, c.priority_at, c.created_at";

    /** Of the callbacks {@code c}, those that are kept for nobody. */
    private static final String ANYONES = "(c.kept_until IS NULL OR c.kept_until <= :now)";

    /** Of the callbacks {@code c}, those that are kept for {@code %s}, who needs access to the list, but not have joined it. */
    private static final String KEPT_FOR = """
            c.kept_for = %1$s AND c.kept_until > :now AND c.closed_at IS NULL
            AND EXISTS (SELECT FROM ringback.list_agent access
                        WHERE access.list_id = c.list_id AND access.agent_id = %1$s)""";

    private static final String IS_WAITING = "c.status = 'WAITING' AND " + OFFERED;
    private static final String HAS_COME = "c.status = 'SCHEDULED' AND c.eligible_at <= :now AND " + OFFERED;
    private static final String WAITING = IS_WAITING + " AND " + ANYONES;
    private static final String TIME_HAS_COME = HAS_COME + " AND " + ANYONES;
    private static final String ON_OFFER = "((%s) OR (%s))".formatted(IS_WAITING, HAS_COME);

    private final JdbcClient jdbc;
    private final JdbcCallbackRow row;

    JdbcCandidates(JdbcClient jdbc, JdbcCallbackRow row) {
        this.jdbc = jdbc;
        this.row = row;
    }

    /**
     * What is kept for the agent, then the eligible callbacks over the lists the agent has joined, in their turn; none for
     * one who has a callback in hand. The few first of each list come straight from its index; a scheduled one whose time
     * has come counts, also before its timer has fired.
     */
    List<UUID> oldest(String agentId, Instant now, int limit) {
        return jdbc.sql("""
                        SELECT oldest.id
                        FROM ((SELECT 0 AS place, %1$s FROM ringback.callback c
                               WHERE %2$s AND %3$s)
                              UNION ALL
                              (SELECT 1 AS place, turn.*
                               FROM ringback.list_agent la
                               CROSS JOIN LATERAL (
                                   (SELECT %1$s FROM ringback.callback c
                                    WHERE c.list_id = la.list_id AND %4$s
                                    ORDER BY %6$s LIMIT :limit)
                                   UNION ALL
                                   (SELECT %1$s FROM ringback.callback c
                                    WHERE c.list_id = la.list_id AND %5$s
                                    ORDER BY %6$s LIMIT :limit)) turn
                               WHERE la.agent_id = :agent AND la.active)) oldest
                        WHERE NOT EXISTS (SELECT FROM ringback.callback held WHERE held.agent_id = :agent)
                        ORDER BY oldest.place, %7$s LIMIT :limit""".formatted(
                                WHAT_TURN_NEEDS,
                                KEPT_FOR.formatted(":agent"),
                                ON_OFFER,
                                WAITING,
                                TIME_HAS_COME,
                                TURN.formatted("c"),
                                TURN.formatted("oldest")))
                .param("agent", agentId)
                .param("now", Timestamp.from(now))
                .param("limit", limit)
                .query(UUID.class)
                .list();
    }

    /**
     * Locks the oldest of these that is still eligible and that nobody else has locked. One that this agent gave back is
     * left to the others while one of them is idle. One that was called in vain is left to whoever has been idle for longer.
     */
    Optional<Callback> lockFirst(List<UUID> ids, String agentId, Instant now) {
        return jdbc.sql("""
                        SELECT c.* FROM ringback.callback c
                        WHERE c.id = ANY (:ids) AND c.status IN ('WAITING', 'SCHEDULED')
                          AND c.eligible_at <= :now AND %1$s
                          AND (%2$s OR %3$s)
                          AND (%2$s OR NOT EXISTS (
                              SELECT 1 FROM ringback.list_agent la JOIN ringback.agent a ON a.id = la.agent_id
                              WHERE la.list_id = c.list_id AND la.active AND la.agent_id <> :agent
                                AND a.idle_since IS NOT NULL
                                AND CASE WHEN c.released_by IS NOT NULL THEN c.released_by = :agent
                                         WHEN c.attempt_count > 0 OR EXISTS (
                                                 SELECT FROM ringback.attempt made WHERE made.callback_id = c.id)
                                             THEN a.idle_since < coalesce(
                                             (SELECT idle_since FROM ringback.agent WHERE id = :agent), 'infinity')
                                         ELSE false END))
                        ORDER BY CASE WHEN %2$s THEN 0 ELSE 1 END, %4$s
                        LIMIT 1 FOR UPDATE OF c SKIP LOCKED""".formatted(OFFERED, KEPT_FOR.formatted(":agent"), ANYONES, TURN.formatted("c")))
                .param("ids", ids.toArray(UUID[]::new))
                .param("agent", agentId)
                .param("now", Timestamp.from(now))
                .query(row)
                .optional();
    }

    /** Idle agents for whom something is eligible, longest idle first. */
    List<String> idleAgentsWithWork(Instant now, int limit) {
        return jdbc.sql("""
                        SELECT a.id FROM ringback.agent a
                        WHERE a.idle_since IS NOT NULL AND (EXISTS (
                            SELECT 1 FROM ringback.callback c WHERE %s AND %s) OR EXISTS (
                            SELECT 1 FROM ringback.list_agent la
                            WHERE la.agent_id = a.id AND la.active
                              AND (EXISTS (SELECT 1 FROM ringback.callback c
                                           WHERE c.list_id = la.list_id AND %s)
                                OR EXISTS (SELECT 1 FROM ringback.callback c
                                           WHERE c.list_id = la.list_id AND %s))))
                        ORDER BY a.idle_since, a.id LIMIT :limit""".formatted(KEPT_FOR.formatted("a.id"), ON_OFFER, WAITING, TIME_HAS_COME))
                .param("now", Timestamp.from(now))
                .param("limit", limit)
                .query(String.class)
                .list();
    }

    /** Locks scheduled callbacks whose time has come, those that nobody else has locked, longest since first. */
    List<Callback> lockDue(Instant now, int limit) {
        return jdbc.sql("""
                        SELECT c.* FROM ringback.callback c
                        WHERE c.status = 'SCHEDULED' AND c.eligible_at <= :now AND %s
                        ORDER BY c.eligible_at LIMIT :limit FOR UPDATE SKIP LOCKED""".formatted(IN_LINE))
                .param("now", Timestamp.from(now))
                .param("limit", limit)
                .query(row)
                .list();
    }

    /** When the next scheduled callback becomes eligible. */
    Optional<Instant> nextEligibleAt() {
        return jdbc.sql("""
                        SELECT eligible_at FROM ringback.callback
                        WHERE status = 'SCHEDULED' AND set_aside_at IS NULL AND offering <> 'NOT_YET'
                        ORDER BY eligible_at LIMIT 1""").query(Timestamp.class).optional().map(Timestamp::toInstant);
    }
}
