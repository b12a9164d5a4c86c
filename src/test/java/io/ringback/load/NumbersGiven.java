package io.ringback.load;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Lists, agents and open callbacks, made by the database from nothing. */
final class NumbersGiven {

    private static final int AGENTS = 500;
    private static final int LISTS_OF_AN_AGENT = 20;
    private static final int AT_ONCE = 50_000;

    private final JdbcClient jdbc;
    private final int lists;
    private final int callbacks;

    NumbersGiven(JdbcClient jdbc, int lists, int callbacks) {
        this.jdbc = jdbc;
        this.lists = lists;
        this.callbacks = callbacks;
    }

    void fill(JdbcClient owner) {
        lists();
        agents();
        var insert = new Timings("%d callbacks inserted".formatted(AT_ONCE));
        for (int from = 0; from < callbacks; from += AT_ONCE) {
            var first = from;
            insert.time(() -> open(jdbc, lists, first, Math.min(AT_ONCE, callbacks - first)));
        }
        System.out.println(insert.summary());
        owner.sql("VACUUM ANALYZE ringback.callback, ringback.list_agent, ringback.agent")
                .update();
    }

    /** Callbacks spread over the lists; due within 12 hours past and 24 to come, expiring 12 hours after that. */
    static int open(JdbcClient jdbc, int lists, int first, int count) {
        return jdbc.sql("""
                        INSERT INTO ringback.callback
                            (id, list_id, phone_number, source, created_at, status, eligible_at, due_at, expires_at,
                             priority_at)
                        SELECT gen_random_uuid(), 'numbers-' || n % :lists, '+358' || 400000000 + n, 'IVR', now(),
                               'WAITING', now() - interval '1 day', due, due + interval '12 hours', due
                        FROM (SELECT n, now() + (random() * 36 - 12) * interval '1 hour' AS due
                              FROM generate_series(:first, :last) n) made""")
                .param("lists", lists)
                .param("first", first)
                .param("last", first + count - 1)
                .update();
    }

    private void lists() {
        jdbc.sql("""
                        INSERT INTO ringback.callback_list
                            (id, name, region, zone, allocation_order, due_after_ms, expires_after_ms, created_at)
                        SELECT 'numbers-' || n, 'Numbers ' || n, 'FI', 'Europe/Helsinki', 'DUE', 3600000, 86400000,
                               now()
                        FROM generate_series(0, ? - 1) n""").param(lists).update();
    }

    /** Half of them receive, and each is active on most of their lists. */
    private void agents() {
        jdbc.sql("""
                        WITH made AS (
                            INSERT INTO ringback.account (id, name, password_hash, roles, created_at)
                            SELECT 'numbers-' || n, 'Numbers', 'none', '{AGENT}', now()
                            FROM generate_series(1, ?) n)
                        INSERT INTO ringback.agent (id, reception_id, receiving_since, idle_since)
                        SELECT 'numbers-' || n, CASE WHEN n % 2 = 0 THEN gen_random_uuid() END,
                               CASE WHEN n % 2 = 0 THEN now() END, CASE WHEN n % 2 = 0 THEN now() END
                        FROM generate_series(1, ?) n""").params(AGENTS, AGENTS).update();
        jdbc.sql("""
                        INSERT INTO ringback.list_agent (list_id, agent_id, active)
                        SELECT 'numbers-' || (agent * 7 + list * 11) % ?, 'numbers-' || agent, list % 4 > 0
                        FROM generate_series(1, ?) agent, generate_series(1, ?) list
                        ON CONFLICT DO NOTHING""").params(lists, AGENTS, LISTS_OF_AN_AGENT).update();
    }
}
