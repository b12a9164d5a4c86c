package io.ringback.auditor;

import io.ringback.auditor.JdbcAuditSearch.Found;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One page of one search, in the ways in which it can be found. */
final class JdbcSearch {

    /** How many are looked through in order. */
    private static final int LOOKED_THROUGH = 2_000;

    /** The same where a look at the row is enough for most. */
    private static final int MANY_LOOKED_THROUGH = 20_000;

    /** What fewer have than this is too rare to be met in order. */
    private static final int RARE = 3_000;

    private final JdbcClient jdbc;
    private final AuditCriteria criteria;
    private final int limit;
    private final Map<String, @Nullable Object> parameters = new HashMap<>();
    private final String within;
    private final String all;

    JdbcSearch(JdbcClient jdbc, AuditCriteria criteria, @Nullable Found after, int limit) {
        this.jdbc = jdbc;
        this.criteria = criteria;
        this.limit = limit;
        parameters.put("limit", limit);
        parameters.put("many", MANY_LOOKED_THROUGH);
        parameters.put("most", criteria.digits() == null ? LOOKED_THROUGH : MANY_LOOKED_THROUGH);
        within = within(after);
        all = AuditConditions.of(criteria, parameters);
    }

    /** In which part of the order. */
    private String within(@Nullable Found after) {
        var parts = new ArrayList<String>(List.of("TRUE"));
        if (criteria.from() != null) {
            parts.add("%1$s.created_at >= :from");
            parameters.put("from", Timestamp.from(criteria.from()));
        }
        if (criteria.to() != null) {
            parts.add("%1$s.created_at < :to");
            parameters.put("to", Timestamp.from(criteria.to()));
        }
        if (after != null) {
            parts.add("(%1$s.created_at, %1$s.%2$s) < (:afterAt, :after)");
            parameters.put("afterAt", Timestamp.from(after.createdAt()));
            parameters.put("after", after.id());
        }
        return String.join(" AND ", parts);
    }

    private String withinCallbacks() {
        return within.formatted("callback", "id");
    }

    /** The conditions for each of which there is an index in the order of the page. */
    List<String> orders() {
        var orders = new ArrayList<String>();
        if (criteria.listId() != null) {
            orders.add("callback.list_id = :list");
        }
        if (criteria.status() != null) {
            orders.add("callback.status = :status");
        }
        orders.add("TRUE");
        return orders;
    }

    /** The page, if it is among the newest of this order; null when it is not known from them alone. */
    @Nullable
    List<Found> inOrder(String condition) {
        return amongNewest("""
                SELECT callback.* FROM ringback.callback
                WHERE %s AND %s
                ORDER BY callback.created_at DESC, callback.id DESC LIMIT :most""".formatted(condition, withinCallbacks()));
    }

    /** Likewise of the closed ones of a version. */
    @Nullable
    List<Found> inOrderOfVersion() {
        return amongNewest("""
                SELECT callback.* FROM (
                    SELECT closed_case.callback_id FROM ringback.closed_case
                    WHERE closed_case.process_version = :versionNumber AND %s
                    ORDER BY closed_case.created_at DESC, closed_case.callback_id DESC LIMIT :most) AS newest
                JOIN ringback.callback ON callback.id = newest.callback_id""".formatted(within.formatted("closed_case", "callback_id")));
    }

    /** They are looked through one by one until the page is full. */
    private @Nullable List<Found> amongNewest(String candidates) {
        var found = run("""
                SELECT callback.id, callback.created_at FROM (%s) AS callback
                WHERE %s
                ORDER BY callback.created_at DESC, callback.id DESC LIMIT :limit""".formatted(candidates, all));
        return found.size() == limit || isAll(candidates) ? found : null;
    }

    private boolean isAll(String candidates) {
        return jdbc.sql("SELECT count(*) < :most FROM (%s) AS looked".formatted(candidates))
                .params(parameters)
                .query(Boolean.class)
                .single();
    }

    List<Found> pointed() {
        return found("""
                SELECT callback.id, callback.created_at FROM ringback.callback
                WHERE %s AND %s""");
    }

    /** Whether so few numbers have this part that all of them can be looked at. */
    boolean isRarePart() {
        return jdbc.sql("""
                        SELECT count(*) < :rare FROM (
                            SELECT FROM ringback.callback_sought WHERE words LIKE :digits LIMIT :rare) AS few""")
                .params(parameters)
                .param("rare", RARE)
                .query(Boolean.class)
                .single();
    }

    List<Found> byPartOfNumber() {
        return found("""
                SELECT callback.id, callback.created_at FROM ringback.callback
                WHERE callback.id IN (SELECT callback_id FROM ringback.callback_sought WHERE words LIKE :digits)
                  AND %s AND %s""");
    }

    List<Found> open() {
        return found("""
                SELECT callback.id, callback.created_at FROM ringback.callback
                WHERE callback.closed_at IS NULL AND %s AND %s""");
    }

    /**
     * Each value that is asked for is a term. What many have is soon met among the newest; the index of the terms, which has
     * to sort all that it meets, is for what is so rare that it meets few. It is asked apart from the order, for which the
     * planner would else look through all there are.
     */
    List<Found> closed() {
        parameters.put("terms", criteria.terms().toArray(String[]::new));
        var part = within.formatted("closed_case", "callback_id");
        var newest = run("""
                SELECT closed_case.callback_id AS id, closed_case.created_at FROM (
                    SELECT * FROM ringback.closed_case WHERE %s
                    ORDER BY closed_case.created_at DESC, closed_case.callback_id DESC LIMIT :many) AS closed_case
                WHERE closed_case.terms @> :terms::text[]
                ORDER BY closed_case.created_at DESC, closed_case.callback_id DESC LIMIT :limit""".formatted(part));
        return newest.size() == limit ? newest : run("""
                WITH met AS MATERIALIZED (
                    SELECT closed_case.callback_id AS id, closed_case.created_at FROM ringback.closed_case
                    WHERE closed_case.terms @> :terms::text[] AND %s)
                SELECT id, created_at FROM met ORDER BY created_at DESC, id DESC LIMIT :limit""".formatted(part));
    }

    private List<Found> found(String sql) {
        return run(sql.formatted(withinCallbacks(), all)
                + " ORDER BY callback.created_at DESC, callback.id DESC LIMIT :limit");
    }

    private List<Found> run(String sql) {
        return jdbc.sql(sql)
                .params(parameters)
                .query((row, number) -> new Found(
                        row.getObject("id", UUID.class),
                        row.getTimestamp("created_at").toInstant()))
                .list();
    }
}
