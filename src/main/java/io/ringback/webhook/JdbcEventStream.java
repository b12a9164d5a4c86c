package io.ringback.webhook;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcEventStream {

    /** The columns of {@link #event}. */
    static final String EVENT = """
            e.sequence, e.event_id, a.at, a.actor, a.type, a.callback_id, a.list_id, a.agent_id, a.from_status,
            a.to_status, a.reason, a.details""";

    static final String NEW = "SELECT FROM ringback.outgoing_new";

    private final JdbcClient jdbc;

    JdbcEventStream(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    UUID installation() {
        return jdbc.sql("SELECT installation FROM ringback.outgoing_stream")
                .query(UUID.class)
                .single();
    }

    boolean hasNew() {
        return jdbc.sql("SELECT EXISTS (%s)".formatted(NEW))
                .query(Boolean.class)
                .single();
    }

    /** The last number given; 0 when there is none. */
    long last() {
        return jdbc.sql("SELECT last_sequence FROM ringback.outgoing_stream")
                .query(Long.class)
                .single();
    }

    /** The last number given; empty when another node is giving numbers now. */
    Optional<Long> lockUnlessBusy() {
        return jdbc.sql("SELECT last_sequence FROM ringback.outgoing_stream FOR UPDATE SKIP LOCKED")
                .query(Long.class)
                .optional();
    }

    /** The last number given, and none is given until the end of the transaction. */
    long lock() {
        return jdbc.sql("SELECT last_sequence FROM ringback.outgoing_stream FOR UPDATE")
                .query(Long.class)
                .single();
    }

    /**
     * Gives the next numbers to the oldest events that have none, by whoever has locked the stream.
     *
     * @return how many
     */
    int number(long last, int most) {
        var numbered = jdbc.sql("""
                        WITH taken AS (
                            DELETE FROM ringback.outgoing_new
                            WHERE audit_id IN (
                                SELECT audit_id FROM ringback.outgoing_new ORDER BY audit_id LIMIT :most)
                            RETURNING audit_id)
                        INSERT INTO ringback.outgoing_event (sequence, audit_id)
                        SELECT :last + row_number() OVER (ORDER BY audit_id), audit_id FROM taken""").param("most", most).param("last", last).update();
        jdbc.sql("UPDATE ringback.outgoing_stream SET last_sequence = :last")
                .param("last", last + numbered)
                .update();
        return numbered;
    }

    List<OutgoingEvent> after(long sequence, int most) {
        return jdbc.sql("""
                        SELECT %s
                        FROM ringback.outgoing_event e JOIN ringback.audit_event a ON a.id = e.audit_id
                        WHERE e.sequence > ? ORDER BY e.sequence LIMIT ?""".formatted(EVENT))
                .params(sequence, most)
                .query(JdbcEventStream::event)
                .list();
    }

    static OutgoingEvent event(ResultSet row, int number) throws SQLException {
        return new OutgoingEvent(
                row.getLong("sequence"),
                row.getObject("event_id", UUID.class),
                row.getTimestamp("at").toInstant(),
                row.getString("actor"),
                row.getString("type"),
                row.getObject("callback_id", UUID.class),
                row.getString("list_id"),
                row.getString("agent_id"),
                row.getString("from_status"),
                row.getString("to_status"),
                row.getString("reason"),
                row.getString("details"));
    }
}
