package io.ringback.allocation;

import io.ringback.callback.Callback;
import io.ringback.callback.JdbcCallbackRow;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The callbacks whose opening is over. */
@Repository
class JdbcClosedCallbacks {

    private static final String OPEN_UNTIL =
            "status IN ('WAITING', 'SCHEDULED') AND set_aside_at IS NULL AND offer_until";

    /** When the next opening is over that callbacks are offered in. */
    static final String NEXT_END =
            "(SELECT min(offer_until) FROM ringback.callback WHERE %s IS NOT NULL)".formatted(OPEN_UNTIL);

    private final JdbcClient jdbc;
    private final JdbcCallbackRow row;

    JdbcClosedCallbacks(JdbcClient jdbc, JdbcCallbackRow row) {
        this.jdbc = jdbc;
        this.row = row;
    }

    /** Locks some of them, those that nobody else has locked. */
    List<Callback> lock(Instant now, int limit) {
        return jdbc.sql("""
                        SELECT * FROM ringback.callback
                        WHERE %s <= ?
                        ORDER BY offer_until, id LIMIT ? FOR UPDATE SKIP LOCKED""".formatted(OPEN_UNTIL))
                .params(Timestamp.from(now), limit)
                .query(row)
                .list();
    }
}
