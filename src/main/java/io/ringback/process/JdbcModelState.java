package io.ringback.process;

import io.ringback.operations.ModelState;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what nodes have told of their files, and what is known of versions. */
@Repository
class JdbcModelState implements ModelState {

    /** Processes that lists name and that are not deployed, as what goes wrong with them: the usual one serves. */
    private static final String GONE = """
            SELECT 'list/' || list.id, list.policy ->> 'process' || '.bpmn', 0, NULL,
                   'no version is deployed, and the list ' || list.id || ' names it: its callbacks begin with callbackCase',
                   false, ?::timestamptz, 1
            FROM ringback.callback_list list
            WHERE list.archived_at IS NULL AND list.policy ->> 'process' <> 'callbackCase'
              AND NOT EXISTS (SELECT FROM public.act_re_procdef definition
                              WHERE definition.key_ = list.policy ->> 'process')""";

    private final JdbcClient jdbc;
    private final RefusedFiles refused;
    private final Clock clock;

    JdbcModelState(JdbcClient jdbc, RefusedFiles refused, Clock clock) {
        this.jdbc = jdbc;
        this.refused = refused;
        this.clock = clock;
    }

    @Override
    public List<File> files(int limit) {
        return jdbc.sql("""
                        SELECT node, folder, file, state, says, seen_at FROM ringback.node_model
                        ORDER BY (state = 'SERVES'), node, folder, file LIMIT ?""")
                .param(limit)
                .query((row, number) -> new File(
                        row.getString("node"),
                        row.getString("folder"),
                        row.getString("file"),
                        Standing.valueOf(row.getString("state")),
                        row.getString("says"),
                        row.getTimestamp("seen_at").toInstant()))
                .list();
    }

    @Override
    public List<Fault> faults(int limit) {
        return jdbc.sql("""
                        SELECT file, version, element_id, message, starts, last_at, times
                        FROM (SELECT definition_id, file, version, element_id, message, starts, last_at, times
                              FROM ringback.model_fault
                              UNION ALL %s) fault
                        ORDER BY last_at DESC, definition_id LIMIT ?""".formatted(GONE))
                .param(Timestamp.from(clock.instant()))
                .param(limit)
                .query((row, number) -> new Fault(
                        row.getString("file"),
                        row.getInt("version"),
                        row.getString("element_id"),
                        row.getString("message"),
                        row.getBoolean("starts"),
                        row.getTimestamp("last_at").toInstant(),
                        row.getLong("times")))
                .list();
    }

    @Override
    public Faults countFaults() {
        return jdbc.sql(
                        "SELECT count(*) AS n, count(*) FILTER (WHERE NOT starts) AS unstartable FROM ringback.model_fault")
                .query((row, number) -> new Faults(row.getLong("n"), row.getLong("unstartable")))
                .single();
    }

    @Override
    public List<String> refusedHere() {
        return refused.names();
    }
}
