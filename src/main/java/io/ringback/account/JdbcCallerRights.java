package io.ringback.account;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcCallerRights {

    /** A right without a session is asked about again from time to time only. */
    private static final Duration A_DAY = Duration.ofDays(1);

    private static final String STATE = """
            encode(sha256(convert_to(
                coalesce(account.password_hash, '') || ' ' || array_to_string(account.roles, ' '), 'UTF8')), 'hex')""";

    private static final String TOKEN_LASTS = "(token.expires_at IS NULL OR token.expires_at > now())";

    private final JdbcClient jdbc;
    private final long absolute;

    JdbcCallerRights(JdbcClient jdbc, AccountProperties properties) {
        this.jdbc = jdbc;
        this.absolute = properties.sessionEndsAfter().toMillis();
    }

    Optional<CallerRight> begun(String accountId, @Nullable String sessionId, @Nullable UUID tokenId) {
        return jdbc.sql("""
                        SELECT %s AS state
                        FROM ringback.account account
                        WHERE account.id = :account AND account.enabled
                          AND (:session::text IS NULL OR EXISTS (
                              SELECT FROM ringback.web_session session
                              WHERE session.session_id = :session AND session.principal_name = account.id
                                AND %s > 0))
                          AND (:token::uuid IS NULL OR EXISTS (
                              SELECT FROM ringback.api_token token
                              WHERE token.id = :token AND token.account_id = account.id AND %s))
                        """.formatted(STATE, JdbcSessions.LEFT, TOKEN_LASTS))
                .param("account", accountId)
                .param("session", sessionId)
                .param("token", tokenId)
                .param("absolute", absolute)
                .query((row, number) -> new CallerRight(accountId, row.getString("state"), sessionId, tokenId))
                .optional();
    }

    Map<CallerRight, Duration> left(Collection<CallerRight> rights) {
        List<CallerRight> asked = new ArrayList<>(rights);
        Map<CallerRight, Duration> left = new HashMap<>();
        jdbc.sql("""
                        SELECT asked.number, %s AS left_millis, extract(epoch FROM token.expires_at - now()) * 1000 AS token_millis
                        FROM unnest(:accounts::text[], :states::text[], :sessions::text[], :tokens::uuid[]) WITH ORDINALITY
                                 AS asked (account, state, session, token, number)
                             JOIN ringback.account account
                                  ON account.id = asked.account AND account.enabled AND %s = asked.state
                             LEFT JOIN ringback.web_session session
                                  ON session.session_id = asked.session AND session.principal_name = asked.account
                             LEFT JOIN ringback.api_token token ON token.id = asked.token AND %s
                        WHERE (asked.session IS NULL OR %s > 0) AND (asked.token IS NULL OR token.id IS NOT NULL)
                        """.formatted(JdbcSessions.LEFT, STATE, TOKEN_LASTS, JdbcSessions.LEFT))
                .param("accounts", asked.stream().map(CallerRight::accountId).toArray(String[]::new))
                .param("states", asked.stream().map(CallerRight::state).toArray(String[]::new))
                .param("sessions", asked.stream().map(CallerRight::sessionId).toArray(String[]::new))
                .param("tokens", asked.stream().map(CallerRight::tokenId).toArray(UUID[]::new))
                .param("absolute", absolute)
                .query(row -> {
                    var right = asked.get(row.getInt("number") - 1);
                    var millis =
                            row.getObject(right.sessionId() == null ? "token_millis" : "left_millis", BigDecimal.class);
                    left.put(right, millis == null ? A_DAY : Duration.ofMillis(millis.longValue()));
                });
        return left;
    }
}
