package io.ringback.platform.database;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** PostgreSQL's NOTIFY and LISTEN. */
@Repository
class JdbcNotifications {

    private final JdbcClient jdbc;
    private final DataSource dataSource;

    JdbcNotifications(JdbcClient jdbc, DataSource dataSource) {
        this.jdbc = jdbc;
        this.dataSource = dataSource;
    }

    /** Sends each of them when the current transaction commits. */
    void send(String channel, Collection<String> payloads) {
        jdbc.sql("SELECT pg_notify(?, payload) FROM unnest(?::text[]) AS payload")
                .params(channel, payloads.toArray(String[]::new))
                .query(row -> {});
    }

    /**
     * Listens on a connection of its own until told to stop.
     *
     * @param connected run once the line stands: what was sent before has been missed
     * @throws SQLException when the connection breaks
     */
    void receive(String channel, Duration poll, Runnable connected, Consumer<String> receiver, BooleanSupplier stopped)
            throws SQLException {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(true);
            statement.execute("LISTEN " + channel);
            try {
                connected.run();
                var news = connection.unwrap(PGConnection.class);
                while (!stopped.getAsBoolean()) {
                    for (var notification : news.getNotifications((int) poll.toMillis())) {
                        receiver.accept(notification.getParameter());
                    }
                }
            } finally {
                // Also how the pool finds out that a connection is broken, before it gives it to somebody else.
                statement.execute("UNLISTEN *");
            }
        }
    }
}
