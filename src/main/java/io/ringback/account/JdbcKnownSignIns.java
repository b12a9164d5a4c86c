package io.ringback.account;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcKnownSignIns {

    private static final Duration PRECISION = Duration.ofHours(1);

    private final JdbcClient jdbc;

    JdbcKnownSignIns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean exists(String accountId, String addressHash, Instant since) {
        return jdbc.sql("""
                        SELECT EXISTS (
                            SELECT FROM ringback.known_sign_in
                            WHERE account_id = :account AND address_hash = :address AND at > :since)
                        """)
                .param("account", accountId)
                .param("address", addressHash)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .single();
    }

    /** Written once an hour, not at every sign-in. */
    void remember(String accountId, String addressHash, Instant now) {
        jdbc.sql("""
                        INSERT INTO ringback.known_sign_in AS known (account_id, address_hash, at)
                        VALUES (:account, :address, :now)
                        ON CONFLICT (account_id, address_hash) DO UPDATE SET at = :now WHERE known.at < :before
                        """)
                .param("account", accountId)
                .param("address", addressHash)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("before", now.minus(PRECISION).atOffset(ZoneOffset.UTC))
                .update();
    }

    void deleteOlder(Instant than) {
        jdbc.sql("""
                        WITH old AS MATERIALIZED (
                            SELECT account_id, address_hash FROM ringback.known_sign_in
                            WHERE at <= :than
                            ORDER BY at, account_id, address_hash
                            LIMIT 100
                            FOR UPDATE SKIP LOCKED)
                        DELETE FROM ringback.known_sign_in WHERE (account_id, address_hash) IN (TABLE old)
                        """).param("than", than.atOffset(ZoneOffset.UTC)).update();
    }
}
