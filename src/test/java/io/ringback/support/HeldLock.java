package io.ringback.support;

import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** A transaction of somebody else that holds rows or tables, so that a request of a test has to wait. */
public final class HeldLock implements AutoCloseable {

    private static final String WAITING = """
            SELECT count(*) FROM pg_stat_activity
            WHERE datname = current_database() AND wait_event_type = 'Lock'""";

    private final Connection holder;

    private HeldLock(Connection holder) {
        this.holder = holder;
    }

    static HeldLock of(String url, String sql) {
        try {
            var connection = DriverManager.getConnection(url);
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                statement.execute(sql);
            }
            return new HeldLock(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public void untilSomebodyWaits() {
        await().until(() -> {
            try (var statement = holder.createStatement();
                    var count = statement.executeQuery(WAITING)) {
                return count.next() && count.getInt(1) > 0;
            }
        });
    }

    @Override
    public void close() {
        try {
            holder.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
