package io.ringback.platform.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * One connection for somebody who asks again and again. The pool would ask each time first whether it still stands; here
 * that is found out by what fails, and the next one is taken.
 */
final class JdbcHeldConnection {

    private final DataSource dataSource;
    private @Nullable Connection held;

    JdbcHeldConnection(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Whatever the work asks of the database goes over the connection. After a failure it goes back to the pool. */
    synchronized <T> T use(Supplier<T> work) {
        var connection = held;
        if (connection == null) {
            connection = DataSourceUtils.getConnection(dataSource);
            held = connection;
        }
        TransactionSynchronizationManager.bindResource(dataSource, new ConnectionHolder(connection));
        var done = false;
        try {
            var result = work.get();
            done = true;
            return result;
        } finally {
            TransactionSynchronizationManager.unbindResource(dataSource);
            if (!done) {
                giveBack();
            }
        }
    }

    synchronized void giveBack() {
        var connection = held;
        held = null;
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException broken) {
            // Then the pool throws it away.
        }
    }
}
