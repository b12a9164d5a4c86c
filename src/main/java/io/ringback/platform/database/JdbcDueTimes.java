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

    JdbcDueTimes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The times that these expressions tell, with one statement; null where there is none. */
    List<@Nullable Instant> of(List<String> expressions, Instant now) {
        return jdbc.sql("SELECT " + String.join(",\n", expressions))
                .param("now", Timestamp.from(now))
                .query((row, number) -> {
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
