package io.ringback.process;

import io.ringback.operations.ModelState;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what nodes have told of their files, and what is known of versions. */
@Repository
class JdbcModelState implements ModelState {

    private final JdbcClient jdbc;
    private final RefusedFiles refused;

    JdbcModelState(JdbcClient jdbc, RefusedFiles refused) {
        this.jdbc = jdbc;
        this.refused = refused;
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
                        SELECT file, version, element_id, message, starts, last_at, times FROM ringback.model_fault
                        ORDER BY last_at DESC, definition_id LIMIT ?""")
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
