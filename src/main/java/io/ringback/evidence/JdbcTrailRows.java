package io.ringback.evidence;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads events in the form in which they are hashed. */
@Repository
class JdbcTrailRows {

    private static final int HEADER = 19;

    private final JdbcTemplate template;
    private final JdbcClient jdbc;

    JdbcTrailRows(JdbcTemplate template, JdbcClient jdbc) {
        this.template = template;
        this.jdbc = jdbc;
    }

    HarmlessNames harmless() {
        return new HarmlessNames(Set.copyOf(jdbc.sql("SELECT unnest(ringback.audit_harmless())")
                .query(String.class)
                .list()));
    }

    /** The first ones behind a number, up to another, in their order. */
    List<EventRow> read(long after, long upTo, int most) {
        var sql = """
                COPY (SELECT %s FROM ringback.audit_event WHERE id > %s AND id <= %s ORDER BY id LIMIT %s)
                TO STDOUT (FORMAT binary)""".formatted(EventRow.COLUMNS, after, upTo, most);
        return template.execute((java.sql.Connection connection) -> {
            var copy = connection.unwrap(PGConnection.class).getCopyAPI().copyOut(sql);
            var rows = new ArrayList<EventRow>();
            byte[] sent;
            var start = HEADER;
            while ((sent = copy.readFromCopy()) != null) {
                if (ByteBuffer.wrap(sent).getShort(start) >= 0) {
                    rows.add(new EventRow(sent, start + Short.BYTES));
                }
                start = 0;
            }
            return rows;
        });
    }

    Map<UUID, byte[]> salts(Set<UUID> callbacks) {
        var salts = new HashMap<UUID, byte[]>();
        jdbc.sql("SELECT callback_id, salt FROM ringback.audit_salt WHERE callback_id = ANY (?)")
                .param(callbacks.toArray(UUID[]::new))
                .query(row -> {
                    salts.put(row.getObject("callback_id", UUID.class), row.getBytes("salt"));
                });
        return salts;
    }

    /** Makes salts for those that have none. */
    void makeSalts(Set<UUID> callbacks) {
        jdbc.sql("""
                        INSERT INTO ringback.audit_salt (callback_id, salt)
                        SELECT id, uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()) FROM unnest(?::uuid[]) AS id
                        ON CONFLICT DO NOTHING""").param(callbacks.toArray(UUID[]::new)).update();
    }
}
