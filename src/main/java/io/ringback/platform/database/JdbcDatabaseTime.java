package io.ringback.platform.database;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import javax.sql.DataSource;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads PostgreSQL's clock. */
final class JdbcDatabaseTime {

    private static final String MICROSECONDS = "SELECT (extract(epoch FROM clock_timestamp()) * 1000000)::bigint";

    private final JdbcTemplate jdbc;

    JdbcDatabaseTime(DataSource database) {
        this.jdbc = new JdbcTemplate(database);
    }

    /** Waiting for a connection is no part of the reading. */
    void readInto(DatabaseClock clock) {
        jdbc.execute((ConnectionCallback<Boolean>) connection -> {
            try (var statement = connection.prepareStatement(MICROSECONDS)) {
                var asked = clock.mark();
                try (var rows = statement.executeQuery()) {
                    rows.next();
                    clock.read(Instant.EPOCH.plus(rows.getLong(1), ChronoUnit.MICROS), asked);
                    return true;
                }
            }
        });
    }
}
