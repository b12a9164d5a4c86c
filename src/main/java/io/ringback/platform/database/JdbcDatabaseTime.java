package io.ringback.platform.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import javax.sql.DataSource;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads PostgreSQL's clock. */
final class JdbcDatabaseTime {

    /** Its time in microseconds, of the moment at which this expression is reached. */
    static final String MICROSECONDS = "(extract(epoch FROM clock_timestamp()) * 1000000)::bigint";

    private final JdbcTemplate jdbc;

    JdbcDatabaseTime(DataSource database) {
        this.jdbc = new JdbcTemplate(database);
    }

    /** Waiting for a connection is no part of the reading. */
    void readInto(DatabaseClock clock) {
        jdbc.execute((ConnectionCallback<Boolean>) connection -> {
            try (var statement = connection.prepareStatement("SELECT " + MICROSECONDS)) {
                var asked = clock.mark();
                try (var rows = statement.executeQuery()) {
                    rows.next();
                    var told = in(rows, 1);
                    clock.read(told, told, asked);
                    return true;
                }
            }
        });
    }

    /** The {@link #MICROSECONDS} in this column. */
    static Instant in(ResultSet row, int column) throws SQLException {
        return Instant.EPOCH.plus(row.getLong(column), ChronoUnit.MICROS);
    }
}
