package io.ringback.platform.web;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;

@Repository
class JdbcIdempotentAnswers {

    private static final Duration KEPT = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcIdempotentAnswers(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    record Known(byte[] requestHash, String response) {}

    /** Until the end of the transaction; false when another transaction has it. */
    boolean lock(String caller, String key) {
        return jdbc.sql("SELECT pg_try_advisory_xact_lock(hashtextextended(?, 0))")
                .param(caller + "\n" + key)
                .query(Boolean.class)
                .single();
    }

    Optional<Known> find(String caller, String key) {
        return jdbc.sql("SELECT request_hash, response FROM ringback.idempotent_answer WHERE caller = ? AND key = ?")
                .params(caller, key)
                .query((row, number) -> new Known(row.getBytes("request_hash"), row.getString("response")))
                .optional();
    }

    void add(String caller, String key, byte[] requestHash, String response) {
        jdbc.sql("""
                        INSERT INTO ringback.idempotent_answer (caller, key, request_hash, response, created_at)
                        VALUES (?, ?, ?, ?::jsonb, ?)""")
                .params(caller, key, requestHash, response, Timestamp.from(clock.instant()))
                .update();
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT1M")
    void forgetOld() {
        jdbc.sql("DELETE FROM ringback.idempotent_answer WHERE created_at < ?")
                .param(Timestamp.from(clock.instant().minus(KEPT)))
                .update();
    }
}
