package io.ringback.account;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcLoginFailures {

    private final JdbcClient jdbc;

    JdbcLoginFailures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Counts an attempt of the subject before it is known whether it fails, in one statement, so that many at once do
     * not slip through together; answers false while the subject is blocked. One that is not blocked says so by a time
     * long past: the present of one thread or node can still be the future of another.
     */
    boolean count(String subject, int threshold, Instant now, Duration kept, Duration longestWait) {
        return jdbc.sql("""
                        INSERT INTO ringback.login_failure AS f (subject, failures, blocked_until, expires_at)
                        VALUES (:subject, 1, 'epoch', :expires)
                        ON CONFLICT (subject) DO UPDATE SET
                            failures = CASE WHEN f.expires_at <= :now THEN 1 ELSE f.failures + 1 END,
                            blocked_until = CASE
                                WHEN f.expires_at <= :now OR f.failures + 1 < :threshold THEN 'epoch'
                                ELSE :now + least(
                                    make_interval(secs => :longest),
                                    make_interval(secs => power(2, least(f.failures + 2 - :threshold, 20)))) END,
                            expires_at = :expires
                        WHERE f.blocked_until <= :now OR f.expires_at <= :now
                        """)
                        .param("subject", subject)
                        .param("threshold", threshold)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("expires", now.plus(kept).atOffset(ZoneOffset.UTC))
                        .param("longest", (double) longestWait.toSeconds())
                        .update()
                == 1;
    }

    Instant blockedUntil(String subject, Instant orElse) {
        return jdbc.sql("SELECT blocked_until FROM ringback.login_failure WHERE subject = :subject")
                .param("subject", subject)
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant)
                .orElse(orElse);
    }

    void clear(String subject) {
        jdbc.sql("DELETE FROM ringback.login_failure WHERE subject = :subject")
                .param("subject", subject)
                .update();
    }

    /** How often it has failed lately. */
    int of(String subject, Instant now) {
        return jdbc.sql("SELECT failures FROM ringback.login_failure WHERE subject = :subject AND expires_at > :now")
                .param("subject", subject)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    void deleteExpired(Instant now) {
        jdbc.sql("""
                        WITH expired AS MATERIALIZED (
                            SELECT subject FROM ringback.login_failure
                            WHERE expires_at <= :now
                            ORDER BY expires_at, subject
                            LIMIT 100
                            FOR UPDATE SKIP LOCKED)
                        DELETE FROM ringback.login_failure WHERE subject IN (SELECT subject FROM expired)
                        """).param("now", now.atOffset(ZoneOffset.UTC)).update();
    }
}
