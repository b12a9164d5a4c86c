package io.ringback.account;

import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcSetupTokens {

    private final JdbcClient jdbc;

    JdbcSetupTokens(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Lets one transaction at a time decide about the first administrator, on whichever node. */
    void lock() {
        jdbc.sql("LOCK TABLE ringback.setup_token IN EXCLUSIVE MODE").update();
    }

    void insert(String hash, Instant now) {
        jdbc.sql("INSERT INTO ringback.setup_token (hash, created_at) VALUES (:hash, :now)")
                .param("hash", hash)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    boolean exists(String hash) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM ringback.setup_token WHERE hash = :hash)")
                .param("hash", hash)
                .query(Boolean.class)
                .single();
    }

    void deleteAll() {
        jdbc.sql("DELETE FROM ringback.setup_token").update();
    }
}
