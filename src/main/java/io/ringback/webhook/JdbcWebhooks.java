package io.ringback.webhook;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcWebhooks {

    private final JdbcClient jdbc;

    JdbcWebhooks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Webhook> all() {
        return jdbc.sql("SELECT * FROM ringback.webhook ORDER BY created_at, id")
                .query(JdbcWebhooks::webhook)
                .list();
    }

    Optional<Webhook> find(UUID id) {
        return jdbc.sql("SELECT * FROM ringback.webhook WHERE id = ?")
                .param(id)
                .query(JdbcWebhooks::webhook)
                .optional();
    }

    /** Locked until the end of the transaction; before any of its lanes. */
    Optional<Webhook> lock(UUID id) {
        return jdbc.sql("SELECT * FROM ringback.webhook WHERE id = ? FOR UPDATE")
                .param(id)
                .query(JdbcWebhooks::webhook)
                .optional();
    }

    long count() {
        return jdbc.sql("SELECT count(*) FROM ringback.webhook")
                .query(Long.class)
                .single();
    }

    /** @param takenTo the last event that is not for it */
    void insert(Webhook webhook, long takenTo) {
        jdbc.sql("""
                        INSERT INTO ringback.webhook
                            (name, url, types, lists, personal_data, enabled, id, secret, taken_to, created_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(wish(webhook.wish()))
                .params(webhook.id(), webhook.secrets().present().text(), takenTo, Timestamp.from(webhook.createdAt()))
                .update();
    }

    void update(UUID id, Webhook.Wish wish) {
        jdbc.sql("""
                        UPDATE ringback.webhook
                        SET name = ?, url = ?, types = ?, lists = ?, personal_data = ?, enabled = ?,
                            disabled_because = NULL, version = version + 1
                        WHERE id = ?""").params(wish(wish)).param(id).update();
    }

    void replaceSecret(UUID id, Secret secret, Instant previousUntil) {
        jdbc.sql("""
                        UPDATE ringback.webhook
                        SET previous_secret = secret, previous_until = ?, secret = ?, version = version + 1
                        WHERE id = ?""").params(Timestamp.from(previousUntil), secret.text(), id).update();
    }

    void disable(UUID id, String because) {
        jdbc.sql("""
                        UPDATE ringback.webhook SET enabled = false, disabled_because = ?, version = version + 1
                        WHERE id = ?""").params(because, id).update();
    }

    /** With its lanes before its deliveries, in the order in which whoever sends locks them. */
    void delete(UUID id) {
        jdbc.sql("DELETE FROM ringback.webhook_lane WHERE webhook_id = ?")
                .param(id)
                .update();
        jdbc.sql("DELETE FROM ringback.webhook WHERE id = ?").param(id).update();
    }

    private static List<Object> wish(Webhook.Wish wish) {
        return List.of(
                wish.name(),
                wish.url(),
                wish.types().toArray(String[]::new),
                wish.lists().toArray(String[]::new),
                wish.includePersonalData(),
                wish.enabled());
    }

    static Webhook webhook(ResultSet row, int number) throws SQLException {
        var wish = new Webhook.Wish(
                row.getString("name"),
                row.getString("url"),
                texts(row, "types"),
                texts(row, "lists"),
                row.getBoolean("personal_data"),
                row.getBoolean("enabled"));
        var previous = row.getString("previous_secret");
        var secrets = new Webhook.Secrets(
                new Secret(row.getString("secret")),
                previous == null ? null : new Secret(previous),
                instant(row, "previous_until"));
        return new Webhook(
                row.getObject("id", UUID.class),
                wish,
                row.getString("disabled_because"),
                secrets,
                row.getTimestamp("created_at").toInstant(),
                row.getLong("version"));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return Arrays.asList((String[]) row.getArray(column).getArray());
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var timestamp = row.getTimestamp(column);
        return timestamp == null ? null : timestamp.toInstant();
    }
}
