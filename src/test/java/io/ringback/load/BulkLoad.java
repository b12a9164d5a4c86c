package io.ringback.load;

import java.io.ByteArrayOutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Fills tables fast, as their owner: without their triggers, whose work is copied too, and without the indexes that no
 * constraint needs, which are built again at the end.
 */
final class BulkLoad implements AutoCloseable {

    private final Connection connection;
    private final JdbcClient jdbc;
    private final Collection<String> tables;
    private final List<String> indexes;

    BulkLoad(DataSource owner, Collection<String> tables) {
        try {
            this.connection = owner.getConnection();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        this.jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
        this.tables = tables;
        jdbc.sql("SET synchronous_commit = off").update();
        jdbc.sql("SET maintenance_work_mem = '1GB'").update();
        jdbc.sql("SET lock_timeout = '60s'").update();
        this.indexes = indexes();
        tables.forEach(table -> jdbc.sql("ALTER TABLE ringback.%s DISABLE TRIGGER USER".formatted(table))
                .update());
        names().forEach(index -> jdbc.sql("DROP INDEX " + index).update());
    }

    void copy(String table, String columns, ByteArrayOutputStream rows) {
        if (rows.size() == 0) {
            return;
        }
        try {
            var copying = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("COPY ringback.%s (%s) FROM STDIN".formatted(table, columns));
            var bytes = rows.toByteArray();
            copying.writeToCopy(bytes, 0, bytes.length);
            copying.endCopy();
        } catch (SQLException e) {
            throw new IllegalStateException("rows of " + table, e);
        }
    }

    /** For more events. */
    void makeRoom() {
        jdbc.sql("SELECT ringback.make_audit_room()").query(Integer.class).single();
    }

    @Override
    public void close() {
        for (var index : indexes) {
            var timings = new Timings("index");
            timings.time(() -> jdbc.sql(index).update());
            if (timings.medianMillis() > 5_000) {
                System.out.printf("  %.0f s: %s%n", timings.medianMillis() / 1_000, index);
            }
        }
        tables.forEach(table -> jdbc.sql("ALTER TABLE ringback.%s ENABLE TRIGGER USER".formatted(table))
                .update());
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final String OF_NO_CONSTRAINT = """
            FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid
            WHERE indrelid = ANY (SELECT ('ringback.' || name)::regclass FROM unnest(string_to_array(?, ',')) name)
              AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = indexrelid) AND NOT relispartition
            ORDER BY relname""";

    private List<String> indexes() {
        return jdbc.sql("SELECT replace(pg_get_indexdef(indexrelid), ' ON ONLY ', ' ON ') " + OF_NO_CONSTRAINT)
                .param(String.join(",", tables))
                .query(String.class)
                .list();
    }

    private List<String> names() {
        return jdbc.sql("SELECT indexrelid::regclass::text " + OF_NO_CONSTRAINT)
                .param(String.join(",", tables))
                .query(String.class)
                .list();
    }
}
