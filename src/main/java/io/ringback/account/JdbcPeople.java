package io.ringback.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcPeople {

    private static final String PERSON = """
            SELECT account.id, name, roles, groups, enabled, language, oidc, version, last_sign_in_at,
                   password_hash IS NOT NULL AS has_password, oidc_subject IS NOT NULL AS oidc_known,
                   (SELECT link.expires_at FROM ringback.password_link link
                    WHERE link.account_id = account.id AND link.expires_at > :now) AS link_expires_at
            FROM ringback.account
            """;

    private static final String MATCHES = """
            WHERE account.id > :after
              AND (:text::text IS NULL OR strpos(lower(account.id || ' ' || name), lower(:text::text)) > 0)
              AND (:role::text IS NULL OR :role = ANY (roles))
              AND (:enabled::boolean IS NULL OR enabled = :enabled)
            """;

    private final JdbcClient jdbc;

    JdbcPeople(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Person> find(String id, Instant now) {
        return jdbc.sql(PERSON + "WHERE account.id = :id")
                .param("id", id)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, number) -> person(row))
                .optional();
    }

    /** Those the filter lets through, by id. */
    List<Person> find(PeopleFilter filter, int limit, Instant now) {
        return about(filter, PERSON + MATCHES + "ORDER BY account.id LIMIT :limit")
                .param("limit", limit)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, number) -> person(row))
                .list();
    }

    List<Person> find(PeopleFilter filter, PeopleOrder order, int leftOut, int limit, Instant now) {
        return about(filter, PERSON + MATCHES + ordered(order) + " LIMIT :limit OFFSET :leftOut")
                .param("limit", limit)
                .param("leftOut", leftOut)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, number) -> person(row))
                .list();
    }

    int count(PeopleFilter filter) {
        return about(filter, "SELECT count(*) FROM ringback.account " + MATCHES)
                .query(Integer.class)
                .single();
    }

    private JdbcClient.StatementSpec about(PeopleFilter filter, String statement) {
        return jdbc.sql(statement)
                .param("after", filter.after())
                .param("text", filter.text())
                .param("role", filter.role() == null ? null : filter.role().name())
                .param("enabled", filter.enabled());
    }

    private static String ordered(PeopleOrder order) {
        return switch (order) {
            case NAME -> "ORDER BY lower(name), account.id";
            case ACCOUNT -> "ORDER BY account.id";
            case LAST_SIGN_IN -> "ORDER BY last_sign_in_at DESC NULLS LAST, account.id";
        };
    }

    void signedIn(String id, Instant at) {
        jdbc.sql("UPDATE ringback.account SET last_sign_in_at = :at WHERE id = :id")
                .param("id", id)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static Person person(ResultSet row) throws SQLException {
        return new Person(
                JdbcAccounts.account(row),
                instant(row, "last_sign_in_at"),
                row.getBoolean("has_password"),
                instant(row, "link_expires_at"),
                row.getBoolean("oidc_known"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
