package io.ringback.intake;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementCallback;
import org.springframework.stereotype.Repository;

@Repository
class JdbcRequestsOfNumber {

    /** Two statements in one round trip: the second sees what was committed while the first waited. */
    private static final String LOCK_AND_FIND = """
            SELECT pg_advisory_xact_lock(hashtextextended(?, 0));
            SELECT created_at FROM ringback.callback WHERE phone_number = ? AND created_at > ?
            ORDER BY created_at DESC OFFSET ? LIMIT 1""";

    private final JdbcTemplate jdbc;

    JdbcRequestsOfNumber(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * When the request was made that is the n-th newest, of those since a time that was told before the waiting. Until the end of the transaction nobody else is told of the number;
     * waits for another one that has been.
     *
     * @return empty when fewer than n were made since then
     */
    Optional<Instant> lockAndFind(String phoneNumber, int n, Instant since) {
        return Optional.ofNullable(jdbc.execute(
                LOCK_AND_FIND, (PreparedStatementCallback<@Nullable Instant>) statement -> {
                    statement.setString(1, "ringback.requests_of_number " + phoneNumber);
                    statement.setString(2, phoneNumber);
                    statement.setTimestamp(3, Timestamp.from(since));
                    statement.setInt(4, n - 1);
                    return found(statement);
                }));
    }

    private static @Nullable Instant found(PreparedStatement statement) throws SQLException {
        statement.execute();
        statement.getMoreResults();
        try (var rows = statement.getResultSet()) {
            return rows.next() ? rows.getTimestamp(1).toInstant() : null;
        }
    }
}
