package io.ringback.callback;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts what processes have told other programs. */
@Repository
class JdbcNotices {

    private final JdbcClient jdbc;

    JdbcNotices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How often something was told of the callback. */
    int of(UUID callbackId) {
        return jdbc.sql("SELECT count(*) FROM ringback.audit_event WHERE callback_id = ? AND type = 'NOTIFIED'")
                .param(callbackId)
                .query(Integer.class)
                .single();
    }
}
