package io.ringback.account;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcPasswordLinks {

    private final JdbcClient jdbc;

    JdbcPasswordLinks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Takes the place of an earlier link of the account. */
    void put(String accountId, String hash, Instant now, Instant expiresAt) {
        jdbc.sql("""
                        INSERT INTO ringback.password_link (account_id, hash, created_at, expires_at)
                        VALUES (:account, :hash, :now, :expires)
                        ON CONFLICT (account_id) DO UPDATE
                        SET hash = excluded.hash, created_at = excluded.created_at, expires_at = excluded.expires_at
                        """)
                .param("account", accountId)
                .param("hash", hash)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("expires", expiresAt.atOffset(ZoneOffset.UTC))
                .update();
    }

    boolean exists(String hash, Instant now) {
        return jdbc.sql("""
                        SELECT EXISTS (SELECT FROM ringback.password_link WHERE hash = :hash AND expires_at > :now)
                        """)
                .param("hash", hash)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .single();
    }

    /** Uses the link up and answers whose it was; of several at once one gets it, the others wait for that one. */
    Optional<String> take(String hash, Instant now) {
        return jdbc.sql("""
                        DELETE FROM ringback.password_link
                        WHERE hash = :hash AND expires_at > :now
                        RETURNING account_id
                        """)
                .param("hash", hash)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(String.class)
                .optional();
    }

    void deleteOf(String accountId) {
        jdbc.sql("DELETE FROM ringback.password_link WHERE account_id = :account")
                .param("account", accountId)
                .update();
    }
}
