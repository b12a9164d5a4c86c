package io.ringback.reception;

import io.ringback.platform.database.PlannedOnce;
import io.ringback.platform.database.RowsOfTransaction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcAgents {

    /** Whoever locks an agent goes on with a step of a case, mostly. */
    private static final String LOCK = "SELECT *, %s FROM ringback.agent ".formatted(PlannedOnce.FROM_NOW_ON);

    private final JdbcClient jdbc;
    private final RowsOfTransaction<String, Agent> locked = new RowsOfTransaction<>();

    JdbcAgents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Makes the row of an account that has come to the desk for the first time. */
    void add(String id) {
        jdbc.sql("INSERT INTO ringback.agent (id) VALUES (?) ON CONFLICT DO NOTHING")
                .param(id)
                .update();
    }

    Optional<Agent> find(String id) {
        return locked.find(id)
                .or(() -> jdbc.sql("SELECT * FROM ringback.agent WHERE id = ?")
                        .param(id)
                        .query(JdbcAgents::agent)
                        .optional());
    }

    Optional<Agent> lock(String id) {
        return locked.find(id)
                .or(() -> kept(jdbc.sql(LOCK + "WHERE id = ? FOR UPDATE").param(id)));
    }

    /** Empty also when somebody else is changing the agent right now. */
    Optional<Agent> lockUnlessBusy(String id) {
        return kept(jdbc.sql(LOCK + "WHERE id = ? FOR UPDATE SKIP LOCKED").param(id));
    }

    Optional<Agent> byAllocation(UUID allocationId) {
        return locked.find(agent -> allocationId.equals(agent.allocationId()))
                .or(() -> kept(
                        jdbc.sql(LOCK + "WHERE allocation_id = ? FOR UPDATE").param(allocationId)));
    }

    /** Of a statement that locks or writes the row, and answers with it. */
    private Optional<Agent> kept(JdbcClient.StatementSpec statement) {
        return statement.query(JdbcAgents::agent).optional().map(agent -> locked.keep(agent.id(), agent));
    }

    void setAvailability(
            String id, Availability availability, @Nullable String awayReason, @Nullable Instant awaySince) {
        kept(jdbc.sql(
                        "UPDATE ringback.agent SET availability = ?, away_reason = ?, away_since = ? WHERE id = ? RETURNING *")
                .params(availability.name(), awayReason, awaySince == null ? null : Timestamp.from(awaySince), id));
    }

    void switchOn(String id, UUID receptionId, Instant now) {
        kept(jdbc.sql("""
                        UPDATE ringback.agent
                        SET reception_id = ?, receiving_since = ?, idle_since = ?,
                            stopped_because = NULL, stopped_at = NULL, stopped_limit_ms = NULL, stopped_note = NULL
                        WHERE id = ? RETURNING *""").params(receptionId, Timestamp.from(now), Timestamp.from(now), id));
    }

    void bind(String id, String processInstanceId) {
        kept(jdbc.sql("UPDATE ringback.agent SET reception_process_id = ? WHERE id = ? RETURNING *")
                .params(processInstanceId, id));
    }

    void hold(String id, UUID allocationId) {
        kept(jdbc.sql("UPDATE ringback.agent SET allocation_id = ?, idle_since = NULL WHERE id = ? RETURNING *")
                .params(allocationId, id));
    }

    void idle(String id, Instant now) {
        kept(jdbc.sql("""
                        UPDATE ringback.agent SET allocation_id = NULL, idle_since = coalesce(idle_since, ?)
                        WHERE id = ? RETURNING *""").params(Timestamp.from(now), id));
    }

    void switchOff(String id, Stop stop) {
        var limit = stop.limit();
        kept(jdbc.sql("""
                        UPDATE ringback.agent
                        SET reception_id = NULL, reception_process_id = NULL, receiving_since = NULL, idle_since = NULL,
                            allocation_id = NULL,
                            stopped_because = ?, stopped_at = ?, stopped_limit_ms = ?, stopped_note = ?
                        WHERE id = ? RETURNING *""")
                .params(
                        stop.because().name(),
                        Timestamp.from(stop.at()),
                        limit == null ? null : limit.toMillis(),
                        stop.note(),
                        id));
    }

    private static Agent agent(ResultSet row, int number) throws SQLException {
        return new Agent(
                row.getString("id"),
                Availability.valueOf(row.getString("availability")),
                row.getObject("reception_id", UUID.class),
                row.getString("reception_process_id"),
                instant(row, "receiving_since"),
                instant(row, "idle_since"),
                row.getObject("allocation_id", UUID.class),
                stop(row),
                row.getString("away_reason"),
                instant(row, "away_since"));
    }

    private static @Nullable Stop stop(ResultSet row) throws SQLException {
        var at = instant(row, "stopped_at");
        if (at == null) {
            return null;
        }
        var limit = row.getObject("stopped_limit_ms", Long.class);
        return new Stop(
                StopReason.valueOf(row.getString("stopped_because")),
                at,
                limit == null ? null : Duration.ofMillis(limit),
                row.getString("stopped_note"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var timestamp = row.getTimestamp(column);
        return timestamp == null ? null : timestamp.toInstant();
    }
}
