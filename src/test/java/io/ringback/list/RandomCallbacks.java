package io.ringback.list;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows of callbacks, changed at random in every way a row can change; without a process. For one thread. */
final class RandomCallbacks {

    private static final AtomicInteger NUMBERS = new AtomicInteger();
    private static final Duration LONG_AGO = Duration.ofDays(30);

    private final JdbcClient jdbc;
    private final List<String> lists;
    private final Random chance;
    private final List<UUID> open = new ArrayList<>();
    private final List<UUID> all = new ArrayList<>();

    RandomCallbacks(JdbcClient jdbc, List<String> lists, Random chance) {
        this.jdbc = jdbc;
        this.lists = lists;
        this.chance = chance;
    }

    /** One change of one row. */
    void change(Instant now) {
        switch (open.isEmpty() ? 0 : chance.nextInt(10)) {
            case 0, 1, 2 -> insert(newNumber(), now);
            case 3 -> insert(numberOf(oneOf(open)), now);
            case 4, 5 -> close(open.remove(chance.nextInt(open.size())), now);
            case 6 -> postpone(oneOf(open), now);
            case 7 -> move(oneOf(open));
            case 8 -> touch(oneOf(all));
            default -> delete(oneOf(all));
        }
    }

    /** After a rollback: what is open then. */
    void lookAgain() {
        open.clear();
        open.addAll(jdbc.sql("SELECT id FROM ringback.callback WHERE id = ANY (?) AND closed_at IS NULL ORDER BY id")
                .param(all.toArray(UUID[]::new))
                .query(UUID.class)
                .list());
    }

    private void insert(String number, Instant now) {
        var id = UUID.randomUUID();
        var due = near(now, Duration.ofHours(1));
        var inserted = jdbc.sql("""
                        INSERT INTO ringback.callback
                            (id, list_id, phone_number, source, created_at, status, eligible_at, due_at, expires_at,
                             priority_at)
                        VALUES (?, ?, ?, 'IVR', ?, 'WAITING', ?, ?, ?, ?) ON CONFLICT DO NOTHING""")
                .params(
                        id,
                        oneOf(lists),
                        number,
                        Timestamp.from(now),
                        Timestamp.from(now.minus(LONG_AGO)),
                        Timestamp.from(due),
                        Timestamp.from(expiry(due, now)),
                        Timestamp.from(due))
                .update();
        if (inserted == 1) {
            open.add(id);
            all.add(id);
        }
    }

    private void close(UUID id, Instant now) {
        jdbc.sql("UPDATE ringback.callback SET status = 'CANCELLED', closed_at = ? WHERE id = ?")
                .params(Timestamp.from(now), id)
                .update();
    }

    private void postpone(UUID id, Instant now) {
        var due = near(now, Duration.ofHours(1));
        jdbc.sql("UPDATE ringback.callback SET due_at = ?, expires_at = ? WHERE id = ?")
                .params(Timestamp.from(due), Timestamp.from(expiry(due, now)), id)
                .update();
    }

    /** To another list, unless the number is open there. */
    private void move(UUID id) {
        jdbc.sql("""
                        UPDATE ringback.callback c SET list_id = :list
                        WHERE id = :id AND NOT EXISTS (
                            SELECT 1 FROM ringback.callback other
                            WHERE other.list_id = :list AND other.phone_number = c.phone_number
                              AND other.closed_at IS NULL)""").param("list", oneOf(lists)).param("id", id).update();
    }

    /** A change that does not concern the numbers, of an open or a closed one. */
    private void touch(UUID id) {
        jdbc.sql("UPDATE ringback.callback SET attempt_count = attempt_count + 1, due_at = due_at WHERE id = ?")
                .param(id)
                .update();
    }

    private void delete(UUID id) {
        jdbc.sql("DELETE FROM ringback.callback WHERE id = ?").param(id).update();
        open.remove(id);
        all.remove(id);
    }

    private String numberOf(UUID id) {
        return jdbc.sql("SELECT phone_number FROM ringback.callback WHERE id = ?")
                .param(id)
                .query(String.class)
                .single();
    }

    private static String newNumber() {
        return "+35845%07d".formatted(NUMBERS.incrementAndGet());
    }

    private Instant expiry(Instant due, Instant now) {
        var expires = near(now, Duration.ofHours(24));
        return expires.isBefore(due) ? due : expires;
    }

    /** Often within seconds of the moment that counts, sometimes exactly then, and now and then hours away. */
    private Instant near(Instant now, Duration ahead) {
        var then = now.plus(ahead);
        return switch (chance.nextInt(4)) {
            case 0 -> then;
            case 1 -> then.plusSeconds(chance.nextInt(-7_200, 7_200));
            default -> then.plusMillis(chance.nextInt(-30_000, 30_000));
        };
    }

    private <T> T oneOf(List<T> things) {
        return things.get(chance.nextInt(things.size()));
    }
}
