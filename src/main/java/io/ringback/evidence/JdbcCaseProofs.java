package io.ringback.evidence;

import io.ringback.evidence.CaseProofs.SealedIn;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcCaseProofs {

    private final JdbcClient jdbc;

    JdbcCaseProofs(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<SealedIn> blocks(UUID callbackId) {
        return jdbc.sql("""
                        SELECT block.number, block.first_id, block.last_id, block.sealed_at, block.hash,
                               array_agg(event.id ORDER BY event.id) AS ids
                        FROM ringback.audit_event AS event
                        CROSS JOIN LATERAL (
                            SELECT * FROM ringback.audit_block
                            WHERE audit_block.last_id >= event.id ORDER BY audit_block.last_id LIMIT 1) AS block
                        WHERE event.callback_id = ?
                        GROUP BY block.number, block.first_id, block.last_id, block.sealed_at, block.hash
                        ORDER BY block.number""")
                .param(callbackId)
                .query((row, number) -> new SealedIn(
                        row.getLong("number"),
                        row.getLong("first_id"),
                        row.getLong("last_id"),
                        row.getTimestamp("sealed_at").toInstant(),
                        HexFormat.of().formatHex(row.getBytes("hash")),
                        List.of((Long[]) row.getArray("ids").getArray())))
                .list();
    }

    int waiting(UUID callbackId) {
        return jdbc.sql("""
                        SELECT count(*) FROM ringback.audit_event
                        WHERE callback_id = ? AND id > (SELECT coalesce(max(last_id), 0) FROM ringback.audit_block)""").param(callbackId).query(Integer.class).single();
    }
}
