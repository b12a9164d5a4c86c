package io.ringback.allocation;

import io.ringback.callback.Callback;
import io.ringback.callback.JdbcCallbackConditions;
import io.ringback.callback.JdbcCallbackRow;
import java.sql.ResultSet;
import java.sql.SQLException;
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
     * first; then the more urgent; then appointments, by their time; then the older, the earlier.
     */
    static final String TURN = """
            %1$s.expedited_at DESC NULLS LAST, %1$s.priority DESC, %1$s.time_agreed DESC,
            CASE WHEN %1$s.time_agreed THEN %1$s.eligible_at ELSE %1$s.priority_at END, %1$s.created_at, %1$s.id""";

    /** The time in that order. */
    private static final String TURN_AT = "CASE WHEN %1$s.time_agreed THEN %1$s.eligible_at ELSE %1$s.priority_at END";

    private static final String WHAT_TURN_NEEDS =
            "c.id, c.expedited_at, c.priority, c.time_agreed, c.eligible_at, c.priority_at, c.created_at";

    /** Of the callbacks {@code c}, those that are kept for nobody. */
    private static final String ANYONES = "(c.kept_until IS NULL OR c.kept_until <= :now)";

    /** Of the callbacks {@code c}, those that are kept for {@code %s}, who needs access to the list, but not have joined it. */
    private static final String KEPT_FOR = """
            c.kept_for = %1$s AND c.kept_until > :now AND c.closed_at IS NULL
            AND EXISTS (SELECT FROM ringback.list_agent access
                        WHERE access.list_id = c.list_id AND access.agent_id = %1$s)""";

    /**
     * Whether the callback {@code %1$s} is for others than the agent: one that they gave back while another is idle, one that
     * was called in vain while another has been idle for longer.
     */
    private static final String LEFT_TO_OTHERS = """
            EXISTS (
                SELECT 1 FROM ringback.list_agent la JOIN ringback.agent a ON a.id = la.agent_id
                WHERE la.list_id = %1$s.list_id AND la.active AND la.agent_id <> :agent
                  AND a.idle_since IS NOT NULL
                  AND CASE WHEN %1$s.released_by IS NOT NULL THEN %1$s.released_by = :agent
                           WHEN %1$s.attempt_count > 0 OR EXISTS (
                                   SELECT FROM ringback.attempt made WHERE made.callback_id = %1$s.id)
                               THEN a.idle_since < coalesce(
                               (SELECT idle_since FROM ringback.agent WHERE id = :agent), 'infinity')
                           ELSE false END)""";

    private static final String IS_WAITING = "c.status = 'WAITING' AND " + OFFERED;
    private static final String HAS_COME = "c.status = 'SCHEDULED' AND c.eligible_at <= :now AND " + OFFERED;
    private static final String WAITING = IS_WAITING + " AND " + ANYONES;

    /**
     * Of the callbacks {@code c} of the list {@code la}. The list is told a second time beside the moment, for otherwise the
     * planner takes the index of what becomes eligible next on any list, as soon as it believes that to be a few.
     */
    private static final String TIME_HAS_COME =
            "c.status = 'SCHEDULED' AND (c.list_id, c.eligible_at) <= (la.list_id, :now)" + " AND " + OFFERED + " AND "
                    + ANYONES;

    private static final String ON_OFFER = "((%s) OR (%s))".formatted(IS_WAITING, HAS_COME);

    /** When the next scheduled callback becomes eligible. */
    static final String NEXT_ELIGIBLE_AT = """
            (SELECT min(eligible_at) FROM ringback.callback
             WHERE status = 'SCHEDULED' AND set_aside_at IS NULL AND offering <> 'NOT_YET')""";

    /** Of the agents {@code a}, those who are idle although something is eligible for them. */
    private static final String WAITS_IN_VAIN =
            """
            a.idle_since IS NOT NULL AND (EXISTS (
                SELECT 1 FROM ringback.callback c WHERE %s AND %s) OR EXISTS (
                SELECT 1 FROM ringback.list_agent la
                WHERE la.agent_id = a.id AND la.active
                  AND (EXISTS (SELECT 1 FROM ringback.callback c
                               WHERE c.list_id = la.list_id AND %s)
                    OR EXISTS (SELECT 1 FROM ringback.callback c
                               WHERE c.list_id = la.list_id AND %s))))""".formatted(KEPT_FOR.formatted("a.id"), ON_OFFER, WAITING, TIME_HAS_COME);

    static final String SOMEBODY_WAITS_IN_VAIN =
            "EXISTS (SELECT FROM ringback.agent a WHERE %s)".formatted(WAITS_IN_VAIN);

    static final String OLDEST = """
                        SELECT oldest.id, oldest.place, oldest.expedited_at, oldest.priority, oldest.time_agreed,
                               %8$s AS turn_at
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
                    TURN.formatted("oldest"),
                    TURN_AT.formatted("oldest"));

    private final JdbcClient jdbc;
    private final JdbcCallbackRow row;
    private final JdbcSeen seen;

    JdbcCandidates(JdbcClient jdbc, JdbcCallbackRow row, JdbcSeen seen) {
        this.jdbc = jdbc;
        this.row = row;
        this.seen = seen;
    }

    /**
     * What is kept for the agent, then the eligible callbacks over the lists the agent has joined, in their turn; none for
     * one who has a callback in hand. The few first of each list come straight from its index; a scheduled one whose time
     * has come counts, also before its timer has fired.
     */
    List<Candidate> oldest(String agentId, Instant now, int limit) {
        return jdbc.sql(OLDEST)
                .param("agent", agentId)
                .param("now", Timestamp.from(now))
                .param("limit", limit)
                .query(JdbcCandidates::candidate)
                .list();
    }

    private static Candidate candidate(ResultSet row, int number) throws SQLException {
        var expeditedAt = row.getTimestamp("expedited_at");
        return new Candidate(
                row.getObject("id", UUID.class),
                row.getInt("place") == 0,
                expeditedAt == null ? null : expeditedAt.toInstant(),
                row.getInt("priority"),
                row.getBoolean("time_agreed"),
                row.getTimestamp("turn_at").toInstant());
    }

    /**
     * Locks the oldest of these that is still eligible and that nobody else has locked. One that this agent gave back is
     * left to the others while one of them is idle. One that was called in vain is left to whoever has been idle for longer.
     */
    Optional<Seen> lockFirst(List<Candidate> oldest, String agentId, Instant now) {
        var ids = oldest.stream().map(Candidate::id).toArray(UUID[]::new);
        return jdbc.sql("""
                        SELECT given.*, me.idle_since, seen.*
                        FROM (
                        SELECT c.* FROM ringback.callback c
                        WHERE c.id = ANY (:ids) AND c.status IN ('WAITING', 'SCHEDULED')
                          AND c.eligible_at <= :now AND %1$s
                          AND (%2$s OR %3$s)
                          AND (%2$s OR NOT %5$s)
                        ORDER BY CASE WHEN %2$s THEN 0 ELSE 1 END, %4$s
                        LIMIT 1 FOR UPDATE OF c SKIP LOCKED) given
                        LEFT JOIN ringback.agent me ON me.id = :agent
                        CROSS JOIN LATERAL ringback.allocation_seen(
                            given.id, given.list_id, given.attempt_count, given.released_by, given.expedited_at,
                            given.priority, given.time_agreed, %6$s, given.created_at,
                            :agent, me.idle_since, :now, :ids) seen""".formatted(
                                OFFERED,
                                KEPT_FOR.formatted(":agent"),
                                ANYONES,
                                TURN.formatted("c"),
                                LEFT_TO_OTHERS.formatted("c"),
                                TURN_AT.formatted("given")))
                .param("ids", ids)
                .param("agent", agentId)
                .param("now", Timestamp.from(now))
                .query(seen)
                .optional();
    }

    boolean isAnybodyIdle() {
        return jdbc.sql("SELECT EXISTS (SELECT FROM ringback.agent WHERE idle_since IS NOT NULL)")
                .query(Boolean.class)
                .single();
    }

    /** Idle agents for whom something is eligible, longest idle first. */
    List<String> idleAgentsWithWork(Instant now, int limit) {
        return jdbc.sql("""
                        SELECT a.id FROM ringback.agent a
                        WHERE %s
                        ORDER BY a.idle_since, a.id LIMIT :limit""".formatted(WAITS_IN_VAIN))
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
}
