package io.ringback.process;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Looks at the rows of callbacks after their process has been told something: whether it has done what it was to do. */
@Repository
class JdbcCaseRows {

    private final JdbcClient jdbc;

    JdbcCaseRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean isOpen(UUID callbackId) {
        return jdbc.sql("SELECT closed_at IS NULL FROM ringback.callback WHERE id = ?")
                .param(callbackId)
                .query(Boolean.class)
                .single();
    }
}
