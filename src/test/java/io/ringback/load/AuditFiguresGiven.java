package io.ringback.load;

import java.sql.Connection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * What cases add up to, counted anew from the rows of all of them as if each had been folded: with lengths made by chance,
 * so that there are as many different ones as people make.
 */
final class AuditFiguresGiven {

    /** In the steps in which they are counted; most are around a minute, some take hours. */
    private static final String LENGTH = """
            (SELECT (round(millis / step) * step)::bigint FROM (
                SELECT millis, unit * CASE WHEN millis / unit < 100 THEN 1 WHEN millis / unit < 200 THEN 2
                                           WHEN millis / unit < 500 THEN 5 ELSE 10 END AS step
                FROM (SELECT millis, 10 ^ greatest(0, floor(log(millis)) - 2) AS unit
                      FROM (SELECT 1 + exp(11 + 1.5 * (random() + random() + random() + random() - 2 + 0 * %s)) AS millis) made
                     ) three_digits) stepped)""";

    private static final String QUARTER = "date_bin('15 minutes', %s, '2000-01-01 00:00+00')";

    private final JdbcClient jdbc;

    /** @param one to the database, which keeps what is set on it */
    AuditFiguresGiven(Connection one) {
        this.jdbc = JdbcClient.create(new SingleConnectionDataSource(one, true));
    }

    void count() {
        jdbc.sql("SET work_mem = '512MB'").update();
        System.out.printf(
                "  %d counts of the cases that were worked%n",
                jdbc.sql("SELECT count(*) FROM ringback.figure_count")
                        .query(Long.class)
                        .single());
        jdbc.sql("TRUNCATE ringback.figure_count").update();
        jdbc.sql("""
                        INSERT INTO ringback.figure (kind, owner, name)
                        SELECT kind, owner || id, '' FROM
                            (SELECT 'agent:' AS owner, id FROM ringback.agent WHERE id LIKE 'busy-%'
                             UNION ALL SELECT 'list:', id FROM ringback.callback_list WHERE id LIKE 'busy-%') owners,
                            unnest(ARRAY ['TO_CALL', 'CALL', 'AFTER_CALL']) kind
                        ON CONFLICT DO NOTHING""").update();
        jdbc.sql("""
                        INSERT INTO ringback.figure (kind, owner, name)
                        SELECT DISTINCT 'LEFT', 'list:' || list_id, call_status FROM ringback.attempt
                        WHERE call_status IS NOT NULL AND list_id LIKE 'busy-%'
                        UNION SELECT DISTINCT 'LEFT', 'agent:' || agent_id, list_id || ' ' || call_status FROM ringback.attempt
                        WHERE call_status IS NOT NULL AND list_id LIKE 'busy-%'
                        ON CONFLICT DO NOTHING""").update();
        ofVersions();
        ofPeople("'agent:' || agent_id", "list_id || ' ' || call_status");
        ofPeople("'list:' || list_id", "call_status");
        coarser(1, "day");
        coarser(2, "month");
        jdbc.sql("VACUUM ANALYZE ringback.figure, ringback.figure_count").update();
    }

    /** Each case passes about half of what its version has. */
    private void ofVersions() {
        jdbc.sql("""
                        INSERT INTO ringback.figure_count (figure, grain, at, value, count)
                        SELECT figure, 0, at, value, count(*) FROM (
                            SELECT figure.id AS figure, %s AS at,
                                   CASE WHEN kind IN ('CASE', 'PASS') THEN %s ELSE 0 END AS value
                            FROM ringback.case_record
                            JOIN ringback.figure ON owner = 'process:' || process || ':' || version
                            WHERE kind = 'CASE' OR random() < 0.5) counted
                        GROUP BY figure, at, value ORDER BY figure, at, value""".formatted(QUARTER.formatted("ended_at"), LENGTH.formatted("figure.id")))
                .update();
    }

    /**
     * @param owner for whom an attempt counts, as SQL
     * @param left how a case left the agent's hands, likewise
     */
    private void ofPeople(String owner, String left) {
        jdbc.sql("""
                        INSERT INTO ringback.figure_count (figure, grain, at, value, count)
                        SELECT figure, 0, at, value, count(*) FROM (
                            SELECT figure.id AS figure, %s AS at,
                                   CASE WHEN kind <> 'LEFT' THEN %s ELSE 0 END AS value
                            FROM ringback.attempt CROSS JOIN LATERAL (VALUES
                                ('TO_CALL', %s, ''), ('CALL', %s, ''), ('AFTER_CALL', %s, ''),
                                ('LEFT', %s, %s)) AS counts (kind, owner, name)
                            JOIN ringback.figure USING (kind, owner, name)
                            WHERE list_id LIKE 'busy-%%' AND call_status IS NOT NULL) counted
                        GROUP BY figure, at, value ORDER BY figure, at, value""".formatted(
                        QUARTER.formatted("ended_at"), LENGTH.formatted("figure.id"), owner, owner, owner, owner, left))
                .update();
    }

    private void coarser(int grain, String unit) {
        jdbc.sql("""
                        INSERT INTO ringback.figure_count (figure, grain, at, value, count)
                        SELECT figure, ?, date_trunc(?, at, 'UTC'), value, sum(count) FROM ringback.figure_count
                        WHERE grain = 0 GROUP BY 1, 3, 4 ORDER BY 1, 3, 4""").params(grain, unit).update();
    }
}
