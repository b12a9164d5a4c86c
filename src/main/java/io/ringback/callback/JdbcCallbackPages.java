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

    private static final String PAGE = """
            SELECT * FROM ringback.callback
            WHERE %1$s %2$s
            ORDER BY created_at %3$s, id %3$s LIMIT :limit""";

    /**
     * Nearly all that are overdue are marked so, and come in order from an index of their own. Those that their timers are yet
     * to mark are few, and are looked up list by list.
     */
    private static final String OVERDUE_PAGE = """
            SELECT * FROM (
                (SELECT * FROM ringback.callback
                 WHERE callback.overdue AND %1$s %2$s
                 ORDER BY created_at %3$s, id %3$s LIMIT :limit)
                UNION ALL
                (SELECT unmarked.*
                 FROM ringback.callback_list list
                 CROSS JOIN LATERAL (
                     SELECT * FROM ringback.callback
                     WHERE callback.list_id = list.id AND NOT callback.overdue AND %1$s %2$s OFFSET 0) unmarked
                 ORDER BY created_at %3$s, id %3$s LIMIT :limit)) page
            ORDER BY created_at %3$s, id %3$s LIMIT :limit""";

    private final JdbcClient jdbc;
    private final JdbcCallbackRow row;

    JdbcCallbackPages(JdbcClient jdbc, JdbcCallbackRow row) {
        this.jdbc = jdbc;
        this.row = row;
    }

    List<Callback> page(CallbackFilter filter, CallbackOrder order, @Nullable UUID after, int limit, Instant now) {
        var conditions = JdbcCallbackConditions.of(filter, now);
        var newest = order == CallbackOrder.NEWEST;
        return jdbc.sql((isOnlyOverdue(filter) ? OVERDUE_PAGE : PAGE)
                        .formatted(conditions.sql(), after == null ? "" : beyond(newest), newest ? "DESC" : "ASC"))
                .params(conditions.parameters())
                .param("after", after)
                .param("limit", limit)
                .query(row)
                .list();
    }

    /** In this order; those that there are not are left out. */
    List<Callback> all(List<UUID> ids) {
        return jdbc.sql("""
                        SELECT callback.* FROM unnest(?::text[]::uuid[]) WITH ORDINALITY AS wanted (id, place)
                        JOIN ringback.callback USING (id) ORDER BY place""")
                .param(ids.stream().map(UUID::toString).toArray(String[]::new))
                .query(row)
                .list();
    }

    /** What else is sought leads to a few callbacks by indexes of its own, and is not to be sought list by list. */
    private static boolean isOnlyOverdue(CallbackFilter filter) {
        return Boolean.TRUE.equals(filter.overdue())
                && filter.phoneNumbers().isEmpty()
                && filter.answer() == null
                && filter.sought().words().isEmpty();
    }

    private static String beyond(boolean newest) {
        return """
               AND (created_at, id) %s ((SELECT created_at FROM ringback.callback WHERE id = :after), :after)""".formatted(newest ? "<" : ">");
    }
}
