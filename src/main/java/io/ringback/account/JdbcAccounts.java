package io.ringback.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
public class JdbcAccounts {

    /** Whoever has neither a password nor ever came from the identity provider cannot sign in. */
    private static final String CAN_ADMINISTER = """
            enabled AND 'ADMIN' = ANY (roles) AND (password_hash IS NOT NULL OR oidc_subject IS NOT NULL)""";

    private final JdbcClient jdbc;

    JdbcAccounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Account> find(String id) {
        return jdbc.sql("""
                        SELECT id, name, roles, groups, enabled, language, oidc, version
                        FROM ringback.account
                        WHERE id = :id
                        """)
                .param("id", id)
                .query((row, number) -> account(row))
                .optional();
    }

    List<Account> all() {
        return jdbc.sql("""
                        SELECT id, name, roles, groups, enabled, language, oidc, version
                        FROM ringback.account
                        ORDER BY id
                        """).query((row, number) -> account(row)).list();
    }

    Map<String, String> names(Collection<String> ids) {
        return jdbc
                .sql("SELECT id, name FROM ringback.account WHERE id = ANY (:ids)")
                .param("ids", ids.toArray(String[]::new))
                .query((row, number) -> Map.entry(row.getString("id"), row.getString("name")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    Set<String> enabledAmong(Collection<String> ids, Role role) {
        return jdbc.sql("""
                        SELECT id
                        FROM ringback.account
                        WHERE id = ANY (:ids) AND enabled AND :role = ANY (roles)
                        """)
                .param("ids", ids.toArray(String[]::new))
                .param("role", role.name())
                .query(String.class)
                .set();
    }

    public Optional<Credentials> credentials(String id) {
        return jdbc.sql("""
                        SELECT id, name, roles, groups, enabled, language, oidc, version, password_hash
                        FROM ringback.account
                        WHERE id = :id
                        """)
                .param("id", id)
                .query((row, number) -> new Credentials(account(row), row.getString("password_hash")))
                .optional();
    }

    /** The same, once whoever is changing the account has done so. */
    Optional<Credentials> credentialsForShare(String id) {
        return jdbc.sql("""
                        SELECT id, name, roles, groups, enabled, language, oidc, version, password_hash
                        FROM ringback.account
                        WHERE id = :id
                        FOR SHARE
                        """)
                .param("id", id)
                .query((row, number) -> new Credentials(account(row), row.getString("password_hash")))
                .optional();
    }

    /** Adds an account, unless there is one of this id. */
    boolean insert(Account account, @Nullable String passwordHash, Instant now) {
        return jdbc.sql("""
                        INSERT INTO ringback.account
                            (id, name, password_hash, roles, groups, enabled, language, oidc, created_at)
                        VALUES (:id, :name, :hash, :roles, :groups, :enabled, :language, :oidc, :now)
                        ON CONFLICT (id) DO NOTHING
                        """)
                        .param("id", account.id())
                        .param("name", account.name())
                        .param("hash", passwordHash)
                        .param("roles", names(account.roles()))
                        .param("groups", account.groups().toArray(String[]::new))
                        .param("enabled", account.enabled())
                        .param("language", account.language())
                        .param("oidc", account.oidc())
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Locks it until the end of the transaction. */
    Optional<Account> lock(String id) {
        return jdbc.sql("""
                        SELECT id, name, roles, groups, enabled, language, oidc, version
                        FROM ringback.account
                        WHERE id = :id
                        FOR NO KEY UPDATE
                        """)
                .param("id", id)
                .query((row, number) -> account(row))
                .optional();
    }

    /** Its next version; an account that may no longer sign in from elsewhere forgets who did. */
    Account update(Account account) {
        return jdbc.sql("""
                        UPDATE ringback.account
                        SET name = :name, roles = :roles, groups = :groups, enabled = :enabled,
                            language = :language, oidc = :oidc,
                            oidc_subject = CASE WHEN :oidc THEN oidc_subject END, version = version + 1
                        WHERE id = :id
                        RETURNING id, name, roles, groups, enabled, language, oidc, version
                        """)
                .param("id", account.id())
                .param("name", account.name())
                .param("roles", names(account.roles()))
                .param("groups", account.groups().toArray(String[]::new))
                .param("enabled", account.enabled())
                .param("language", account.language())
                .param("oidc", account.oidc())
                .query((row, number) -> account(row))
                .single();
    }

    boolean updatePassword(String id, String passwordHash) {
        return jdbc.sql("""
                        UPDATE ringback.account
                        SET password_hash = :hash, version = version + 1
                        WHERE id = :id
                        """).param("id", id).param("hash", passwordHash).update() == 1;
    }

    /** Locks the accounts that can administer, so that two changes cannot each count on the other one's. */
    List<String> lockActiveAdministrators() {
        return jdbc.sql("""
                        SELECT id
                        FROM ringback.account
                        WHERE %s
                        ORDER BY id
                        FOR NO KEY UPDATE
                        """.formatted(CAN_ADMINISTER)).query(String.class).list();
    }

    /** Those that can administer at present, by id. */
    public List<String> activeAdministrators() {
        return jdbc.sql("""
                        SELECT id
                        FROM ringback.account
                        WHERE %s
                        ORDER BY id
                        """.formatted(CAN_ADMINISTER)).query(String.class).list();
    }

    boolean administratorExists() {
        return jdbc.sql("SELECT EXISTS (SELECT FROM ringback.account WHERE 'ADMIN' = ANY (roles))")
                .query(Boolean.class)
                .single();
    }

    boolean isEmpty() {
        return jdbc.sql("SELECT NOT EXISTS (SELECT FROM ringback.account)")
                .query(Boolean.class)
                .single();
    }

    private static String[] names(Set<Role> roles) {
        return roles.stream().sorted().map(Role::name).toArray(String[]::new);
    }

    static Account account(ResultSet row) throws SQLException {
        var roles = Arrays.stream((String[]) row.getArray("roles").getArray())
                .map(Role::valueOf)
                .collect(Collectors.toUnmodifiableSet());
        return new Account(
                row.getString("id"),
                row.getString("name"),
                roles,
                Set.of((String[]) row.getArray("groups").getArray()),
                row.getBoolean("enabled"),
                row.getString("language"),
                row.getBoolean("oidc"),
                row.getLong("version"));
    }
}
