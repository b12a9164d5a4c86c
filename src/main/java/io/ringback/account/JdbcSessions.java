package io.ringback.account;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcSessions {

    /** How many milliseconds a {@code session} lasts if nothing happens meanwhile, with {@code :absolute} for the most. */
    static final String LEFT = """
            least(session.expiry_time, session.creation_time + :absolute) - extract(epoch FROM now()) * 1000""";

    private final JdbcClient jdbc;
    private final Duration endsAfter;

    JdbcSessions(JdbcClient jdbc, AccountProperties properties) {
        this.jdbc = jdbc;
        this.endsAfter = properties.sessionEndsAfter();
    }

    /**
     * Ends all sessions of the account, on whichever node they are used.
     *
     * @return how many there were
     */
    int deleteOf(String accountId) {
        return jdbc.sql("DELETE FROM ringback.web_session WHERE principal_name = :account")
                .param("account", accountId)
                .update();
    }

    /** Those that have not grown too old, the one used last first; their times are the machine's. */
    List<SessionOfAccount> of(String accountId) {
        return jdbc.sql("""
                        SELECT creation_time, last_access_time
                        FROM ringback.web_session session
                        WHERE principal_name = :account AND %s > 0
                        ORDER BY last_access_time DESC, primary_id
                        """.formatted(LEFT))
                .param("account", accountId)
                .param("absolute", endsAfter.toMillis())
                .query((row, number) -> new SessionOfAccount(
                        Instant.ofEpochMilli(row.getLong("creation_time")),
                        Instant.ofEpochMilli(row.getLong("last_access_time"))))
                .list();
    }
}
