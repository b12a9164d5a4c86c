package io.ringback.account.security;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcListOfCallback {

    private final JdbcClient jdbc;

    JdbcListOfCallback(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The list that a callback is on now; empty when there is no such callback. */
    Optional<String> find(UUID callbackId) {
        return jdbc.sql("SELECT list_id FROM ringback.callback WHERE id = ?")
                .param(callbackId)
                .query(String.class)
                .optional();
    }
}
