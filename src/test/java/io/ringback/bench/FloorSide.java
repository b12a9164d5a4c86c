package io.ringback.bench;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One table and plain JDBC: nothing that keeps a queue in PostgreSQL can cost less. */
final class FloorSide implements Side {

    private final SideBySide threads;
    private final JdbcClient jdbc;
    private final AtomicInteger callers = new AtomicInteger();
    private final Queue<Long> taken = new ConcurrentLinkedQueue<>();

    FloorSide(DataSource database, SideBySide threads, String history) {
        this.threads = threads;
        this.jdbc = JdbcClient.create(database);
        jdbc.sql("""
                CREATE TABLE callback (
                    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, list text NOT NULL, number text NOT NULL,
                    due_at timestamptz NOT NULL, agent text, done_at timestamptz)""").update();
        jdbc.sql("CREATE INDEX callback_waiting ON callback (list, due_at, id) WHERE agent IS NULL")
                .update();
    }

    @Override
    public long[] run(String step, int count) {
        return switch (step) {
            case "intake" -> threads.timed(count, number -> register(TaskModel.listOf(number)));
            case "take" -> threads.timed(count, number -> taken.add(take("agent-" + number)));
            case "complete" -> threads.timed(count, number -> complete(taken.remove()));
            default -> throw new IllegalArgumentException(step);
        };
    }

    @Override
    public String template() {
        throw new UnsupportedOperationException("a row has none");
    }

    private void register(String list) {
        jdbc.sql("INSERT INTO callback (list, number, due_at) VALUES (?, ?, now() + interval '6 hours')")
                .param(list)
                .param("35840%07d".formatted(callers.getAndIncrement()))
                .update();
    }

    private long take(String agent) {
        return jdbc.sql("""
                        UPDATE callback SET agent = ? WHERE id = (
                            SELECT oldest.id FROM unnest(string_to_array(?, ',')) joined (list)
                            CROSS JOIN LATERAL (
                                SELECT id, due_at FROM callback WHERE list = joined.list AND agent IS NULL
                                ORDER BY due_at, id FOR UPDATE SKIP LOCKED LIMIT 1) oldest
                            ORDER BY oldest.due_at, oldest.id LIMIT 1)
                        RETURNING id""")
                .param(agent)
                .param(String.join(",", TaskModel.LISTS_OF_AGENTS))
                .query(Long.class)
                .single();
    }

    private void complete(long id) {
        jdbc.sql("UPDATE callback SET done_at = now() WHERE id = ?").param(id).update();
    }

    @Override
    public void close() {
        // its database is thrown away
    }
}
