package io.ringback.account;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcSessions {

    private final JdbcClient jdbc;

    JdbcSessions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Ends all sessions of the account, on whichever node they are used. */
    void deleteOf(String accountId) {
        jdbc.sql("DELETE FROM ringback.web_session WHERE principal_name = :account")
                .param("account", accountId)
                .update();
    }
}
