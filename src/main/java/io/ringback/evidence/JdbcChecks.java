package io.ringback.evidence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcChecks {

    /** A node that has not said anything of its check for so long is gone. */
    private static final Duration SILENCE = Duration.ofMinutes(2);

    private static final String CHECK = "SELECT * FROM ringback.audit_check ";

    private final JdbcClient jdbc;

    JdbcChecks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(UUID id, String actor, Instant now) {
        jdbc.sql("INSERT INTO ringback.audit_check (id, actor, started_at, seen_at) VALUES (?, ?, ?, ?)")
                .params(id, actor, JdbcChain.utc(now), JdbcChain.utc(now))
                .update();
    }

    void expects(UUID id, long events) {
        jdbc.sql("UPDATE ringback.audit_check SET expected = ? WHERE id = ?")
                .params(events, id)
                .update();
    }

    void reached(UUID id, long events, Instant now) {
        jdbc.sql("UPDATE ringback.audit_check SET checked = ?, seen_at = ? WHERE id = ?")
                .params(events, JdbcChain.utc(now), id)
                .update();
    }

    void finished(UUID id, Verdict verdict, Instant now) {
        var broken = verdict.firstBroken();
        jdbc.sql("""
                        UPDATE ringback.audit_check
                        SET checked = :checked, dropped_to = :dropped, broken_at = :sequence, broken_why = :why,
                            finished_at = :now, seen_at = :now
                        WHERE id = :id""")
                .param("checked", verdict.checked())
                .param("dropped", verdict.droppedTo())
                .param("sequence", broken == null ? null : broken.sequence(), java.sql.Types.BIGINT)
                .param("why", broken == null ? null : broken.why().name(), java.sql.Types.VARCHAR)
                .param("now", JdbcChain.utc(now))
                .param("id", id)
                .update();
    }

    /** The last ones first. */
    List<TrailCheck> newest(int most, Instant now) {
        return jdbc.sql(CHECK + "ORDER BY started_at DESC LIMIT ?")
                .param(most)
                .query((row, number) -> check(row, now))
                .list();
    }

    Optional<TrailCheck> find(UUID id, Instant now) {
        return jdbc.sql(CHECK + "WHERE id = ?")
                .param(id)
                .query((row, number) -> check(row, now))
                .optional();
    }

    boolean hasBegun(String actor, Instant since) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM ringback.audit_check WHERE started_at >= ? AND actor = ?)")
                .params(JdbcChain.utc(since), actor)
                .query(Boolean.class)
                .single();
    }

    /** Whether the last check of everything that came to an end has found the trail broken. */
    boolean isBroken() {
        return jdbc.sql("""
                        SELECT coalesce((SELECT broken_at IS NOT NULL FROM ringback.audit_check
                                         WHERE finished_at IS NOT NULL ORDER BY started_at DESC LIMIT 1), false)""").query(Boolean.class).single();
    }

    void forgetBefore(Instant moment) {
        jdbc.sql("DELETE FROM ringback.audit_check WHERE started_at < ?")
                .param(JdbcChain.utc(moment))
                .update();
    }

    private static TrailCheck check(ResultSet row, Instant now) throws SQLException {
        var finished = row.getObject("finished_at", OffsetDateTime.class);
        var seen = row.getObject("seen_at", OffsetDateTime.class).toInstant();
        return new TrailCheck(
                row.getObject("id", UUID.class),
                row.getString("actor"),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                finished == null ? null : finished.toInstant(),
                finished != null || seen.isBefore(now.minus(SILENCE)),
                row.getLong("expected"),
                new Verdict(row.getLong("checked"), row.getLong("dropped_to"), broken(row)));
    }

    private static @Nullable Broken broken(ResultSet row) throws SQLException {
        var why = row.getString("broken_why");
        return why == null ? null : new Broken(row.getLong("broken_at"), Broken.Why.valueOf(why));
    }
}
