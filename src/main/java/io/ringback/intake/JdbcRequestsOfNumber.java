package io.ringback.intake;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcRequestsOfNumber {

    private final JdbcClient jdbc;

    JdbcRequestsOfNumber(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Until the end of the transaction; waits for another one that has it. */
    void lock(String phoneNumber) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param("ringback.requests_of_number " + phoneNumber)
                .query(row -> {});
    }

    /**
     * When the request was made that is the n-th newest.
     *
     * @return empty when fewer than n were made since then
     */
    Optional<Instant> newest(String phoneNumber, int n, Instant since) {
        return jdbc.sql("""
                        SELECT created_at FROM ringback.callback WHERE phone_number = ? AND created_at > ?
                        ORDER BY created_at DESC OFFSET ? LIMIT 1""")
                .params(phoneNumber, Timestamp.from(since), n - 1)
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant);
    }
}
