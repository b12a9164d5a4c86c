package io.ringback.operations;

import io.ringback.callback.JdbcCallbackConditions;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts what monitoring shows, from indexes alone as far as they reach, and gives up after a while. */
@Repository
class JdbcFigures {

    private static final int SECONDS = 10;

    /** Mostly callbacks wait, so these are not counted: they are what is open, by the tallies, and nothing of the others. */
    private static final String LISTS = """
            WITH change AS (
                SELECT list_id, sum(n) AS n FROM ringback.list_change GROUP BY list_id),
            scheduled AS (
                SELECT list_id, count(*) AS n FROM ringback.callback
                WHERE status = 'SCHEDULED' AND set_aside_at IS NULL GROUP BY list_id),
            held AS (
                SELECT list_id, count(*) AS n FROM ringback.callback
                WHERE agent_id IS NOT NULL GROUP BY list_id),
            sick AS (
                SELECT list_id, count(*) AS n FROM ringback.callback
                WHERE set_aside_at IS NOT NULL AND closed_at IS NULL AND agent_id IS NULL GROUP BY list_id),
            overdue AS (
                SELECT list_id, count(*) AS n FROM ringback.callback
                WHERE %s GROUP BY list_id),
            counted AS (
                SELECT list.id AS list_id, tally.open + coalesce(change.n, 0) AS open,
                       coalesce(scheduled.n, 0) AS scheduled, coalesce(held.n, 0) AS held, coalesce(sick.n, 0) AS sick,
                       coalesce(overdue.n, 0) AS overdue
                FROM ringback.callback_list list
                JOIN ringback.list_tally tally ON tally.list_id = list.id
                LEFT JOIN change ON change.list_id = list.id
                LEFT JOIN scheduled ON scheduled.list_id = list.id
                LEFT JOIN held ON held.list_id = list.id
                LEFT JOIN sick ON sick.list_id = list.id
                LEFT JOIN overdue ON overdue.list_id = list.id
                WHERE list.archived_at IS NULL)
            SELECT list_id, open - scheduled - held - sick AS waiting, scheduled, held, overdue
            FROM counted ORDER BY open - sick DESC, list_id""".formatted(JdbcCallbackConditions.OVERDUE.formatted("callback", "?"));

    private final JdbcClient jdbc;

    JdbcFigures(DataSource dataSource) {
        var impatient = new JdbcTemplate(dataSource);
        impatient.setQueryTimeout(SECONDS);
        this.jdbc = JdbcClient.create(impatient);
    }

    /** The lists with the most open callbacks first; archived ones have none. */
    List<Figures.OfList> lists(Instant now) {
        return jdbc.sql(LISTS)
                .param(Timestamp.from(now))
                .query(Figures.OfList.class)
                .list();
    }

    Agents agents() {
        return jdbc.sql("""
                        SELECT count(*) AS receptions, count(idle_since) AS idle
                        FROM ringback.agent WHERE reception_id IS NOT NULL""").query(Agents.class).single();
    }

    record Agents(long receptions, long idle) {}
}
