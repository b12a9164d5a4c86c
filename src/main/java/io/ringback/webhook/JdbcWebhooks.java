package io.ringback.webhook;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcWebhooks {

    private static final String WEBHOOK = """
            SELECT w.*,
                   ARRAY(SELECT f.secret FROM ringback.webhook_former_secret f
                         WHERE f.webhook_id = w.id ORDER BY f.until DESC, f.id DESC) AS former_secrets,
                   ARRAY(SELECT f.until FROM ringback.webhook_former_secret f
                         WHERE f.webhook_id = w.id ORDER BY f.until DESC, f.id DESC) AS former_until
            FROM ringback.webhook w
            """;

    private final JdbcClient jdbc;

    JdbcWebhooks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Webhook> all() {
        return jdbc.sql(WEBHOOK + "ORDER BY w.created_at, w.id")
                .query(JdbcWebhooks::webhook)
                .list();
    }

    Optional<Webhook> find(UUID id) {
        return jdbc.sql(WEBHOOK + "WHERE w.id = ?")
                .param(id)
                .query(JdbcWebhooks::webhook)
                .optional();
    }

    /** Locked until the end of the transaction; before any of its lanes. */
    Optional<Webhook> lock(UUID id) {
        return jdbc.sql(WEBHOOK + "WHERE w.id = ? FOR UPDATE OF w")
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
                .params(webhook.id(), webhook.secrets().present(), takenTo, Timestamp.from(webhook.createdAt()))
                .update();
    }

    void update(UUID id, Webhook.Wish wish) {
        jdbc.sql("""
                        UPDATE ringback.webhook
                        SET name = ?, url = ?, types = ?, lists = ?, personal_data = ?, enabled = ?,
                            disabled_because = NULL, version = version + 1
                        WHERE id = ?""").params(wish(wish)).param(id).update();
    }

    /** @param formerUntil how long the present one counts on beside the new one */
    void replaceSecret(UUID id, String secret, Instant formerUntil, Instant now) {
        jdbc.sql("DELETE FROM ringback.webhook_former_secret WHERE webhook_id = ? AND until <= ?")
                .params(id, Timestamp.from(now))
                .update();
        jdbc.sql("""
                        INSERT INTO ringback.webhook_former_secret (webhook_id, secret, until)
                        SELECT id, secret, ? FROM ringback.webhook WHERE id = ?""").params(Timestamp.from(formerUntil), id).update();
        jdbc.sql("UPDATE ringback.webhook SET secret = ?, version = version + 1 WHERE id = ?")
                .params(secret, id)
                .update();
    }

    /** Writes each secret of the webhook as it is to be stored from now on; no version is counted for that. */
    void reseal(UUID id, UnaryOperator<String> renewed) {
        record Row(long id, String secret) {}
        jdbc.sql("SELECT secret FROM ringback.webhook WHERE id = ? FOR UPDATE")
                .param(id)
                .query(String.class)
                .optional()
                .filter(stored -> !stored.equals(renewed.apply(stored)))
                .ifPresent(stored -> jdbc.sql("UPDATE ringback.webhook SET secret = ? WHERE id = ?")
                        .params(renewed.apply(stored), id)
                        .update());
        var former = jdbc.sql("SELECT id, secret FROM ringback.webhook_former_secret WHERE webhook_id = ? ORDER BY id")
                .param(id)
                .query(Row.class)
                .list();
        for (var row : former) {
            jdbc.sql("UPDATE ringback.webhook_former_secret SET secret = ? WHERE id = ?")
                    .params(renewed.apply(row.secret()), row.id())
                    .update();
        }
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
        return new Webhook(
                row.getObject("id", UUID.class),
                wish,
                row.getString("disabled_because"),
                new Webhook.Secrets(row.getString("secret"), former(row)),
                row.getTimestamp("created_at").toInstant(),
                row.getLong("version"));
    }

    private static List<Webhook.Former> former(ResultSet row) throws SQLException {
        var secrets = texts(row, "former_secrets");
        var until = (Timestamp[]) row.getArray("former_until").getArray();
        return IntStream.range(0, secrets.size())
                .mapToObj(i -> new Webhook.Former(secrets.get(i), until[i].toInstant()))
                .toList();
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return Arrays.asList((String[]) row.getArray(column).getArray());
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var timestamp = row.getTimestamp(column);
        return timestamp == null ? null : timestamp.toInstant();
    }
}
