package io.ringback.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcTokens {

    private static final String TOKEN = """
            token.id AS token_id, token.name AS token_name, token.roles AS token_roles, token.created_at, token.created_by,
            token.expires_at, token.last_used_at, token.expired_use_at,
            CASE WHEN token.held_to_lists THEN ARRAY(
                SELECT list_id FROM ringback.api_token_list list WHERE list.token_id = token.id ORDER BY list_id)
            END AS token_lists""";

    private final JdbcClient jdbc;

    JdbcTokens(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A token with the account whose it is.
     *
     * @param expiredUseKept whether it is known that it was used after its end
     */
    record Owned(Account account, Token token, boolean expiredUseKept) {}

    Optional<Owned> find(byte[] hash) {
        return jdbc.sql("""
                        SELECT %s, account.id, account.name, account.roles, account.groups, account.enabled,
                               account.language, account.oidc, account.version
                        FROM ringback.api_token token JOIN ringback.account account ON account.id = token.account_id
                        WHERE token.hash = :hash
                        """.formatted(TOKEN))
                .param("hash", hash)
                .query((row, number) ->
                        new Owned(JdbcAccounts.account(row), token(row), row.getObject("expired_use_at") != null))
                .optional();
    }

    /** The account's tokens, the one made last first. */
    List<Token> of(String accountId) {
        return jdbc.sql("""
                        SELECT %s
                        FROM ringback.api_token token
                        WHERE token.account_id = :account
                        ORDER BY token.created_at DESC, token.id
                        """.formatted(TOKEN))
                .param("account", accountId)
                .query((row, number) -> token(row))
                .list();
    }

    /** False when the account has one of this name. */
    boolean insert(String accountId, Token token, byte[] hash) {
        return jdbc.sql("""
                        INSERT INTO ringback.api_token
                            (id, account_id, name, hash, roles, held_to_lists, created_at, created_by, expires_at)
                        VALUES (:id, :account, :name, :hash, :roles, :held, :now, :actor, :expires)
                        ON CONFLICT (account_id, name) DO NOTHING
                        """)
                        .param("id", token.id())
                        .param("account", accountId)
                        .param("name", token.name())
                        .param("hash", hash)
                        .param("roles", token.roles().stream().map(Role::name).toArray(String[]::new))
                        .param("held", token.lists() != null)
                        .param("now", token.createdAt().atOffset(ZoneOffset.UTC))
                        .param("actor", token.createdBy())
                        .param("expires", at(token.expiresAt()))
                        .update()
                == 1;
    }

    /** How many of the lists there are, to which it is held now. */
    int hold(UUID id, Collection<String> lists) {
        return jdbc.sql("""
                        INSERT INTO ringback.api_token_list (token_id, list_id)
                        SELECT :id, id FROM ringback.callback_list WHERE id = ANY (:lists)
                        """)
                .param("id", id)
                .param("lists", lists.toArray(String[]::new))
                .update();
    }

    /** The name of the token that is no more; empty when the account has none of this id. */
    Optional<String> delete(String accountId, UUID id) {
        return jdbc.sql("DELETE FROM ringback.api_token WHERE id = :id AND account_id = :account RETURNING name")
                .param("id", id)
                .param("account", accountId)
                .query(String.class)
                .optional();
    }

    /** Of many requests at once one writes it. */
    void used(UUID id, Instant now, Instant before) {
        jdbc.sql("""
                        UPDATE ringback.api_token
                        SET last_used_at = :now
                        WHERE id = :id AND (last_used_at IS NULL OR last_used_at < :before)
                        """)
                .param("id", id)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("before", before.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Whether this is the first time. */
    boolean usedAfterItsEnd(UUID id, Instant now) {
        return jdbc.sql("""
                        UPDATE ringback.api_token SET expired_use_at = :now WHERE id = :id AND expired_use_at IS NULL
                        """)
                        .param("id", id)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    private static Token token(ResultSet row) throws SQLException {
        var roles = Arrays.stream((String[]) row.getArray("token_roles").getArray())
                .map(Role::valueOf)
                .collect(Collectors.toSet());
        var lists = row.getArray("token_lists");
        return new Token(
                row.getObject("token_id", UUID.class),
                row.getString("token_name"),
                roles,
                lists == null ? null : Set.of((String[]) lists.getArray()),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getString("created_by"),
                instant(row, "expires_at"),
                instant(row, "last_used_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static @Nullable OffsetDateTime at(@Nullable Instant time) {
        return time == null ? null : time.atOffset(ZoneOffset.UTC);
    }
}
