package io.ringback.office.board;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What has happened on the lists: counted from the rows, and summed up by quarters of an hour where time has passed. */
@Repository
class JdbcBoardCounts {

    /** Sums of what {@code ringback.list_count c} counts, to be read by {@link #counts}. */
    static final String SUMS = sums("coalesce(sum(c.%1$s), 0) AS %1$s");

    private static final String COLUMNS = sums("%1$s");

    /**
     * What has happened on all lists but those archived: what is summed up of all, without what is of the archived, and what
     * came after that. Both list by list, with a fence (OFFSET 0) that keeps the planner from reading the time of all lists. The bounds
     * are read by a SELECT of their own: else their texts would be read as times anew for each row.
     */
    private static final String OF_ALL = """
            SELECT width_bucket(c.at, (SELECT :bounds::text[]::timestamptz[])) - 1 AS number, %1$s
            FROM (
                SELECT at, %2$s FROM ringback.all_quarter WHERE at >= :from AND at < :to
                UNION ALL
                SELECT gone.at, %3$s
                FROM ringback.callback_list list
                CROSS JOIN LATERAL (
                    SELECT * FROM ringback.list_quarter
                    WHERE list_id = list.id AND at >= :from AND at < :to OFFSET 0) gone
                WHERE list.archived_at IS NOT NULL
                UNION ALL
                SELECT latest.at, %4$s
                FROM ringback.callback_list list
                CROSS JOIN LATERAL (
                    SELECT * FROM ringback.list_happening
                    WHERE list_id = list.id AND at >= greatest((SELECT until FROM ringback.list_counted), :from)
                      AND at < :to OFFSET 0) latest
                WHERE list.archived_at IS NULL) c
            GROUP BY 1""".formatted(SUMS, COLUMNS, sums("-gone.%1$s"), sums("latest.%1$s"));

    private final JdbcClient jdbc;

    JdbcBoardCounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What has happened on these lists together, by the number of the time; times without anything are left out.
     *
     * @param bounds the beginnings of the times, and the end of the last one, ascending
     */
    Map<Integer, BoardCounts> within(List<Instant> bounds, Collection<String> listIds) {
        var found = new HashMap<Integer, BoardCounts>();
        // Summed up list by list: only so the planner looks into the indexes for the list and not for its time alone.
        jdbc.sql("""
                        SELECT c.number, %1$s
                        FROM unnest(?::text[]) AS list (id)
                        CROSS JOIN LATERAL (
                            SELECT width_bucket(c.at, (SELECT ?::text[]::timestamptz[])) - 1 AS number, %1$s
                            FROM ringback.list_count c
                            WHERE c.list_id = list.id AND c.at >= ? AND c.at < ?
                            GROUP BY 1) c
                        GROUP BY c.number""".formatted(SUMS))
                .params(
                        listIds.toArray(String[]::new),
                        bounds.stream().map(Instant::toString).toArray(String[]::new),
                        Timestamp.from(bounds.get(0)),
                        Timestamp.from(bounds.get(bounds.size() - 1)))
                .query(row -> {
                    found.put(row.getInt("number"), counts(row));
                });
        return found;
    }

    /** The same of all lists that are not archived; what it costs hardly depends on how many there are. */
    Map<Integer, BoardCounts> within(List<Instant> bounds) {
        var found = new HashMap<Integer, BoardCounts>();
        jdbc.sql(OF_ALL)
                .param("bounds", bounds.stream().map(Instant::toString).toArray(String[]::new))
                .param("from", Timestamp.from(bounds.get(0)))
                .param("to", Timestamp.from(bounds.get(bounds.size() - 1)))
                .query(row -> {
                    found.put(row.getInt("number"), counts(row));
                });
        return found;
    }

    /** Until when it is summed up, locked; empty when another node is at it. */
    Optional<Instant> lockSummedUpUntil() {
        return jdbc.sql("SELECT until FROM ringback.list_counted FOR UPDATE SKIP LOCKED")
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant);
    }

    Optional<Instant> firstRequest() {
        return jdbc.sql("""
                        SELECT min(c.at) FROM ringback.callback_list list
                        CROSS JOIN LATERAL (
                            SELECT min(created_at) AS at FROM ringback.callback WHERE list_id = list.id) c""")
                .query((row, number) -> Optional.ofNullable(row.getTimestamp(1)))
                .single()
                .map(Timestamp::toInstant);
    }

    /** Sums up what happened from {@code from} to before {@code to}, both at a quarter of an hour. */
    void sumUp(Instant from, Instant to) {
        jdbc.sql("""
                        INSERT INTO ringback.list_quarter (list_id, at, %s)
                        SELECT list.id, date_bin('15 minutes', c.at, 'epoch') AS quarter, %s
                        FROM ringback.callback_list list
                        CROSS JOIN LATERAL (
                            SELECT * FROM ringback.list_happening
                            WHERE list_id = list.id AND at >= ? AND at < ?) c
                        GROUP BY list.id, quarter""".formatted(COLUMNS, SUMS))
                .params(Timestamp.from(from), Timestamp.from(to))
                .update();
        jdbc.sql("UPDATE ringback.list_counted SET until = ?")
                .param(Timestamp.from(to))
                .update();
    }

    static BoardCounts counts(ResultSet row) throws SQLException {
        return new BoardCounts(
                row.getLong("requested"),
                row.getLong("merged"),
                row.getLong("resolved"),
                row.getLong("expired"),
                row.getLong("cancelled"),
                row.getLong("answered"),
                row.getLong("busy"),
                row.getLong("no_answer"),
                row.getLong("other"),
                row.getLong("first_calls"),
                row.getLong("before_due"));
    }

    private static String sums(String pattern) {
        var columns =
                "requested merged resolved expired cancelled answered busy no_answer other first_calls before_due";
        return String.join(
                ", ", Arrays.stream(columns.split(" ")).map(pattern::formatted).toList());
    }
}
