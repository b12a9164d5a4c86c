package io.ringback.platform.database;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import javax.sql.DataSource;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Closes the pool first of all when the server is to stop and there is no connection: whatever waits for one, one after
 * the other, would only hold the stop up, and has nothing to finish.
 */
@Component
class StoppingWithoutDatabase {

    private final DataSource dataSource;

    StoppingWithoutDatabase(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @EventListener(ContextClosedEvent.class)
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void stop() {
        if (dataSource instanceof HikariDataSource pool && !pool.isClosed() && isEmpty(pool.getHikariPoolMXBean())) {
            pool.close();
        }
    }

    private static boolean isEmpty(HikariPoolMXBean connections) {
        return connections != null && connections.getTotalConnections() == 0;
    }
}
