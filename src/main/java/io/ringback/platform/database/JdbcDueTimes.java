package io.ringback.platform.database;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcDueTimes {

    private final JdbcClient jdbc;
    private final DatabaseClock clock;

    JdbcDueTimes(JdbcClient jdbc, DatabaseClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * The times that these expressions tell, with one statement; null where there is none. PostgreSQL's clock is read with
     * them: after all of them, so that however long they take, only the way back makes the reading late.
     */
    List<@Nullable Instant> of(List<String> expressions, Instant now) {
        var columns = new ArrayList<>(expressions);
        columns.add(JdbcDatabaseTime.MICROSECONDS);
        var asked = clock.mark();
        return jdbc.sql("SELECT " + String.join(",\n", columns))
                .param("now", Timestamp.from(now))
                .query((row, number) -> {
                    clock.read(JdbcDatabaseTime.in(row, columns.size()), asked);
                    List<@Nullable Instant> times = new ArrayList<>();
                    for (int column = 1; column <= expressions.size(); column++) {
                        var time = row.getTimestamp(column);
                        times.add(time == null ? null : time.toInstant());
                    }
                    return times;
                })
                .single();
    }
}
