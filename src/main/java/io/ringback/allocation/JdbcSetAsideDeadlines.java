package io.ringback.allocation;

import io.ringback.callback.JdbcCallbackConditions;
import io.ringback.callback.ToMend;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds the callbacks that are set aside and whose time for something has come, which no timer of theirs will tell. */
@Repository
class JdbcSetAsideDeadlines implements ToMend {

    private static final String EXPIRED = JdbcCallbackConditions.EXPIRED.formatted("callback", ":now");
    private static final String OVERDUE = JdbcCallbackConditions.OVERDUE.formatted("callback", ":now");

    private static final String PASSED = """
            set_aside_at IS NOT NULL AND closed_at IS NULL
            AND ((agent_id IS NULL AND %s) OR (NOT overdue AND %s)
                 OR auto_stop_at <= :now OR closes_at <= :now OR call_ends_by <= :now)""".formatted(EXPIRED, OVERDUE);

    private static final String HELD_BACK_TOO_LONG = """
            offering = 'NOT_YET' AND closed_at IS NULL AND agent_id IS NULL AND set_aside_at IS NULL
            AND %s""".formatted(EXPIRED);

    private static final String FORGOTTEN = """
            agent.allocation_id IS NOT NULL AND NOT EXISTS (
                SELECT FROM ringback.callback
                WHERE callback.agent_id = agent.id AND callback.allocation_id = agent.allocation_id)""";

    private final JdbcClient jdbc;

    JdbcSetAsideDeadlines(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String condition() {
        return """
                EXISTS (SELECT FROM ringback.callback WHERE %s)
                OR EXISTS (SELECT FROM ringback.callback WHERE %s)
                OR EXISTS (SELECT FROM ringback.agent WHERE %s)""".formatted(PASSED, HELD_BACK_TOO_LONG, FORGOTTEN);
    }

    List<UUID> passed(Instant now, int limit) {
        return jdbc.sql("""
                        SELECT id FROM ringback.callback
                        WHERE %s
                        ORDER BY id LIMIT :limit""".formatted(PASSED))
                .param("now", Timestamp.from(now))
                .param("limit", limit)
                .query(UUID.class)
                .list();
    }

    /** Those that their processes hold back though their time is over. */
    List<UUID> heldBackTooLong(Instant now, int limit) {
        return jdbc.sql("""
                        SELECT id FROM ringback.callback
                        WHERE %s
                        ORDER BY expires_at LIMIT :limit""".formatted(HELD_BACK_TOO_LONG))
                .param("now", Timestamp.from(now))
                .param("limit", limit)
                .query(UUID.class)
                .list();
    }

    /** Agents whose case is over without their reception having been told, by the allocation they still have. */
    List<UUID> forgottenAllocations(int limit) {
        return jdbc.sql("""
                        SELECT agent.allocation_id FROM ringback.agent
                        WHERE %s
                        ORDER BY agent.id LIMIT ?""".formatted(FORGOTTEN)).param(limit).query(UUID.class).list();
    }
}
