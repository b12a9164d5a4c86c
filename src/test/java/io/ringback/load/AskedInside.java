package io.ringback.load;

import io.ringback.allocation.OldestOf;
import io.ringback.list.TallySweep;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the server asks of many open callbacks that no page and no program asks for. */
final class AskedInside {

    /** As many lists as have something to be tallied after five seconds of a busy hour, and enough for each. */
    private static final int CHANGED_LISTS = 50;

    private static final int CHANGES = 22;

    private final ApplicationContext server;
    private final JdbcClient jdbc;
    private final int rounds;

    AskedInside(ApplicationContext server, JdbcClient jdbc, int rounds) {
        this.server = server;
        this.jdbc = jdbc;
        this.rounds = rounds;
    }

    void run() {
        var busiest = agentOn("busy-speed-list-1");
        measure("the oldest for an agent on the largest list", () -> {}, OldestOf.agent(busiest, server));
        var other = agentOn("busy-speed-list-9");
        measure("the oldest for an agent on smaller lists", () -> {}, OldestOf.agent(other, server));
        var sweep = TallySweep.of(server);
        measure("sweep of the tallies, nothing to do", () -> {}, sweep);
        measure("sweep of the tallies, 50 lists changed", this::changeLists, sweep);
    }

    private String agentOn(String list) {
        return jdbc.sql("SELECT min(agent_id) FROM ringback.list_agent WHERE active AND list_id = ?")
                .param(list)
                .query(String.class)
                .single();
    }

    /** As many callbacks come as go. */
    private void changeLists() {
        jdbc.sql("""
                        INSERT INTO ringback.list_change (list_id, due_at, expires_at, n)
                        SELECT 'busy-speed-list-' || list, now(), now() + interval '1 day', 1 - 2 * (n % 2)
                        FROM generate_series(1, :lists) list, generate_series(1, :changes) n""").param("lists", CHANGED_LISTS).param("changes", CHANGES).update();
    }

    private void measure(String name, Runnable before, Runnable asked) {
        var timings = new Timings(name);
        for (int round = -rounds / 2; round < rounds; round++) {
            before.run();
            if (round < 0) {
                asked.run();
            } else {
                timings.time(() -> {
                    asked.run();
                    return true;
                });
            }
        }
        System.out.println(timings.summary());
    }
}
