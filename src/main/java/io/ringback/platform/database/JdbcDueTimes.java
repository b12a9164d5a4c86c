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
     * them, before all and after: however long they take, a reading is wrong by the way there and back only.
     */
    List<@Nullable Instant> of(List<String> expressions, Instant now) {
        var columns = new ArrayList<>(expressions);
        columns.add(0, JdbcDatabaseTime.MICROSECONDS);
        columns.add(JdbcDatabaseTime.MICROSECONDS);
        var asked = clock.mark();
        return jdbc.sql("SELECT " + String.join(",\n", columns))
                .param("now", Timestamp.from(now))
                .query((row, number) -> {
                    clock.read(JdbcDatabaseTime.in(row, 1), JdbcDatabaseTime.in(row, columns.size()), asked);
                    List<@Nullable Instant> times = new ArrayList<>();
                    for (int column = 2; column < columns.size(); column++) {
                        var time = row.getTimestamp(column);
                        times.add(time == null ? null : time.toInstant());
                    }
                    return times;
                })
                .single();
    }
}
