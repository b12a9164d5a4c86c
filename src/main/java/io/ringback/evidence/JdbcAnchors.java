package io.ringback.evidence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcAnchors {

    private final JdbcClient jdbc;

    JdbcAnchors(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Answers whether that day had none. */
    boolean add(Anchor anchor, long block) {
        return jdbc.sql("""
                        INSERT INTO ringback.audit_anchor (day, block, last_sequence, count, hash)
                        VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING""")
                        .params(
                                anchor.day(),
                                block,
                                anchor.lastSequence(),
                                anchor.count(),
                                HexFormat.of().parseHex(anchor.hash()))
                        .update()
                == 1;
    }

    List<Anchor> newest(int most) {
        return jdbc.sql("SELECT * FROM ringback.audit_anchor ORDER BY day DESC LIMIT ?")
                .param(most)
                .query(JdbcAnchors::anchor)
                .list();
    }

    /** The first one whose block is not as it was then, among those of blocks up to a number. */
    Optional<Anchor> firstDiffering(long after, long upTo) {
        return jdbc.sql("""
                        SELECT a.* FROM ringback.audit_anchor a LEFT JOIN ringback.audit_block b ON b.number = a.block
                        WHERE a.last_sequence > ? AND a.last_sequence <= ?
                          AND (a.last_sequence, a.count, a.hash) IS DISTINCT FROM (b.last_id, b.total, b.hash)
                        ORDER BY a.day LIMIT 1""").params(after, upTo).query(JdbcAnchors::anchor).optional();
    }

    private static Anchor anchor(ResultSet row, int number) throws SQLException {
        return new Anchor(
                row.getObject("day", LocalDate.class),
                row.getLong("last_sequence"),
                row.getLong("count"),
                HexFormat.of().formatHex(row.getBytes("hash")));
    }
}
