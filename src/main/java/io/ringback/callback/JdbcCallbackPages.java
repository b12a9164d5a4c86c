package io.ringback.callback;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Leafs through the callbacks by keyset: a page costs the same wherever it is. */
@Repository
class JdbcCallbackPages {

    private final JdbcClient jdbc;
    private final JdbcCallbackRow row;

    JdbcCallbackPages(JdbcClient jdbc, JdbcCallbackRow row) {
        this.jdbc = jdbc;
        this.row = row;
    }

    List<Callback> page(CallbackFilter filter, CallbackOrder order, @Nullable UUID after, int limit, Instant now) {
        var conditions = JdbcCallbackConditions.of(filter, now);
        var newest = order == CallbackOrder.NEWEST;
        return jdbc.sql("""
                        SELECT * FROM ringback.callback
                        WHERE %1$s %2$s
                        ORDER BY created_at %3$s, id %3$s LIMIT :limit""".formatted(conditions.sql(), after == null ? "" : beyond(newest), newest ? "DESC" : "ASC"))
                .params(conditions.parameters())
                .param("after", after)
                .param("limit", limit)
                .query(row)
                .list();
    }

    private static String beyond(boolean newest) {
        return """
               AND (created_at, id) %s ((SELECT created_at FROM ringback.callback WHERE id = :after), :after)""".formatted(newest ? "<" : ">");
    }
}
