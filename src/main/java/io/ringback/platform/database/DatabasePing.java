package io.ringback.platform.database;

import io.ringback.platform.problem.DatabaseAway;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.stereotype.Component;

/**
 * Asks whether the database answers. Several who ask during an outage share one answer: each would wait as long as the
 * pool does, and a probe of several parts as long as all of them together.
 */
@Component
public class DatabasePing {

    private static final Duration SHARED = Duration.ofSeconds(1);
    private static final int SECONDS = 1;

    private final DataSource dataSource;
    private Optional<String> last = Optional.empty();
    private long failedAt;

    DatabasePing(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Why the database does not answer; empty when it does. */
    public synchronized Optional<String> absence() {
        if (last.isPresent() && System.nanoTime() - failedAt < SHARED.toNanos()) {
            return last;
        }
        last = ask();
        failedAt = System.nanoTime();
        return last;
    }

    private Optional<String> ask() {
        try (var connection = dataSource.getConnection()) {
            return connection.isValid(SECONDS) ? Optional.empty() : Optional.of("no answer within a second");
        } catch (SQLException e) {
            return Optional.of(DatabaseAway.reason(e));
        }
    }
}
