package io.ringback.figures;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What has been counted so far, added up. */
@Repository
class JdbcCounts {

    /** The value that half of all, and 19 of 20, are not above. Figure by figure, so that each is read by the index alone. */
    private static final String COUNTS = """
            WITH slice AS (
                SELECT * FROM unnest(?::smallint[], ?::timestamptz[], ?::timestamptz[]) AS slice (grain, since, until))
            SELECT figure.kind, figure.owner, figure.name, counted.total, counted.median, counted.p95
            FROM ringback.figure CROSS JOIN LATERAL (
                SELECT max(total) AS total,
                       min(value) FILTER (WHERE until_here * 2 >= total) AS median,
                       min(value) FILTER (WHERE until_here * 20 >= total * 19) AS p95
                FROM (
                    SELECT value, sum(count) OVER (ORDER BY value) AS until_here, sum(count) OVER () AS total
                    FROM (
                        SELECT one.value, sum(one.count)::integer AS count
                        FROM slice JOIN ringback.figure_count one
                          ON one.figure = figure.id AND one.grain = slice.grain
                          AND one.at >= slice.since AND one.at < slice.until
                        GROUP BY one.value) found) summed) counted
            WHERE figure.kind = ANY (?) AND (?::text IS NULL OR figure.owner = ?) AND counted.total IS NOT NULL
            ORDER BY figure.kind, figure.owner, figure.name""";

    private final JdbcClient jdbc;

    JdbcCounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One figure of a period; none is told of that nothing was counted for. */
    record Row(Kind kind, String owner, String name, Counted counted) {}

    /** @param owner null for everybody's */
    List<Row> of(@Nullable String owner, Period period, Collection<Kind> kinds) {
        var slices = period.slices();
        return jdbc.sql(COUNTS)
                .params(Arrays.asList(
                        slices.stream()
                                .map(slice -> (short) slice.grain().ordinal())
                                .toArray(Short[]::new),
                        slices.stream()
                                .map(slice -> Timestamp.from(slice.from()))
                                .toArray(Timestamp[]::new),
                        slices.stream().map(slice -> Timestamp.from(slice.to())).toArray(Timestamp[]::new),
                        kinds.stream().map(Kind::name).toArray(String[]::new),
                        owner,
                        owner))
                .query(JdbcCounts::row)
                .list();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                Kind.valueOf(row.getString("kind")),
                row.getString("owner"),
                row.getString("name"),
                new Counted(row.getLong("total"), row.getLong("median"), row.getLong("p95")));
    }

    /** When the oldest of the closed cases that are not counted yet was closed; null when there is none. */
    @Nullable
    Instant oldestNotCounted() {
        return jdbc.sql("""
                        SELECT end_time_ AT TIME ZONE 'UTC' AS at FROM public.act_hi_procinst instance
                        WHERE end_time_ IS NOT NULL AND super_process_instance_id_ IS NULL
                          AND proc_def_key_ <> 'agentReception'
                          AND EXISTS (SELECT FROM ringback.callback
                                      WHERE id = CASE WHEN instance.business_key_ ~ '^[0-9a-f-]{36}$'
                                                      THEN instance.business_key_::uuid END
                                        AND closed_at IS NOT NULL)
                        ORDER BY end_time_, id_ LIMIT 1""")
                .query((row, number) -> row.getTimestamp("at").toInstant())
                .optional()
                .orElse(null);
    }
}
