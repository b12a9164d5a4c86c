package io.ringback.load;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Callbacks that open and close, one in a transaction. */
final class NumbersChanging implements AutoCloseable {

    /** Apart from those that stay open. */
    private static final int FIRST = 100_000_000;

    private static final int OPEN_AT_ONCE = 1_000;
    private static final AtomicInteger NEXT = new AtomicInteger(FIRST);

    private final JdbcClient jdbc;
    private final int lists;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();

    NumbersChanging(JdbcClient jdbc, int lists) {
        this.jdbc = jdbc;
        this.lists = lists;
    }

    /** One opens and one closes every 10 ms. */
    void start() {
        thread.scheduleAtFixedRate(this::change, 0, 10, TimeUnit.MILLISECONDS);
    }

    void make(int changes) {
        for (int change = 0; change < changes; change += 2) {
            change();
        }
    }

    private void change() {
        var number = NEXT.getAndIncrement();
        NumbersGiven.open(jdbc, lists, number, 1);
        jdbc.sql("""
                        UPDATE ringback.callback SET status = 'CANCELLED', closed_at = now()
                        WHERE list_id = 'numbers-' || ? AND phone_number = '+358' || ? AND closed_at IS NULL""")
                .params((number - OPEN_AT_ONCE) % lists, 400_000_000 + number - OPEN_AT_ONCE)
                .update();
    }

    @Override
    public void close() {
        thread.shutdown();
    }
}
