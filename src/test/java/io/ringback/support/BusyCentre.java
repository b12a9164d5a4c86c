package io.ringback.support;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/**
 * A contact centre in the middle of its day, made by the database: rows only, without processes. Meant for pages that
 * show it, not for work in it. Every id begins with {@code busy-} and a word, so that several can be made.
 */
public final class BusyCentre {

    /** Of the one account that can sign in: {@link #viewer()}. */
    public static final String PASSWORD = "busy all day long";

    private static final int LISTS_OF_AN_AGENT = 8;

    private final JdbcClient jdbc;
    private final String word;

    public BusyCentre(JdbcClient jdbc, String word) {
        this.jdbc = jdbc;
        this.word = word;
    }

    /** The account of somebody who may see every page. */
    public String viewer() {
        return "busy-" + word;
    }

    /** The first of the lists. */
    public String list() {
        return prefix("list") + 1;
    }

    public void addViewer() {
        jdbc.sql("""
                        INSERT INTO ringback.account (id, name, password_hash, roles, created_at)
                        VALUES (?, 'Viewer', ?, '{SUPERVISOR,ADMIN}', now())""")
                .params(viewer(), "{bcrypt}" + new BCryptPasswordEncoder(4).encode(PASSWORD))
                .update();
    }

    /** Further lists, numbered after those there are. */
    public void addLists(int count) {
        jdbc.sql("""
                        INSERT INTO ringback.callback_list
                            (id, name, region, zone, allocation_order, due_after_ms, expires_after_ms, created_at)
                        SELECT :prefix || n, (ARRAY['Sales', 'Support', 'Invoices', 'Repairs'])[1 + n % 4] || ' ' || n, 'FI',
                               (ARRAY['Europe/Helsinki', 'Europe/Stockholm'])[1 + n % 2], 'DUE', 3600000, 86400000, now()
                        FROM generate_series(:first::int, :first::int + :count::int - 1) n""")
                .param("prefix", prefix("list"))
                .param("first", count("callback_list", prefix("list")) + 1)
                .param("count", count)
                .update();
    }

    /** Further people, all of them agents, one in ten with another role. To be called after the lists. */
    public void addPeople(int count) {
        var first = count("account", prefix("agent")) + 1;
        jdbc.sql("""
                        INSERT INTO ringback.account (id, name, password_hash, roles, created_at, last_sign_in_at)
                        SELECT :prefix || n, (ARRAY['Anna', 'Matti', 'Åsa', 'Öyvind', 'Li'])[1 + n % 5] || ' Agent ' || n, 'none',
                               CASE WHEN n % 10 = 0 THEN '{AGENT,SUPERVISOR}'::text[] ELSE '{AGENT}' END, now(),
                               now() - n * interval '1 minute'
                        FROM generate_series(:first::int, :first::int + :count::int - 1) n""")
                .param("prefix", prefix("agent"))
                .param("first", first)
                .param("count", count)
                .update();
        jdbc.sql("""
                        INSERT INTO ringback.agent (id)
                        SELECT :prefix || n FROM generate_series(:first::int, :first::int + :count::int - 1) n""")
                .param("prefix", prefix("agent"))
                .param("first", first)
                .param("count", count)
                .update();
        jdbc.sql("""
                        INSERT INTO ringback.list_agent (list_id, agent_id, active)
                        SELECT :list || 1 + (n * 7 + nth * 11) % :lists, :prefix || n, nth % 4 > 0
                        FROM generate_series(:first::int, :first::int + :count::int - 1) n, generate_series(1, :each) nth
                        ON CONFLICT DO NOTHING""")
                .param("list", prefix("list"))
                .param("lists", count("callback_list", prefix("list")))
                .param("prefix", prefix("agent"))
                .param("first", first)
                .param("count", count)
                .param("each", LISTS_OF_AN_AGENT)
                .update();
    }

    /** Half of the agents receive; for servers that offer nothing, since there is no process of it. */
    public void letHalfReceive() {
        jdbc.sql("""
                        UPDATE ringback.agent
                        SET reception_id = gen_random_uuid(), receiving_since = now(), idle_since = now()
                        WHERE starts_with(id, ?) AND hashtext(id) % 2 = 0 AND reception_id IS NULL""").param(prefix("agent")).update();
    }

    /** Open callbacks over all lists, a quarter of them overdue, and as many that were answered today, each by an agent. */
    public void addCallbacks(int count) {
        jdbc.sql("""
                        INSERT INTO ringback.callback
                            (id, list_id, phone_number, source, created_at, status, eligible_at, due_at, expires_at,
                             priority_at)
                        SELECT gen_random_uuid(), :list || 1 + n % :lists, '+358' || 400000000 + n, 'IVR', now(),
                               'WAITING', now() - interval '1 day', due, due + interval '12 hours', due
                        FROM (SELECT n, now() + (n % 40 - 10) * interval '1 hour' AS due
                              FROM generate_series(1, :count) n) made
                        ON CONFLICT DO NOTHING""")
                .param("list", prefix("list"))
                .param("lists", count("callback_list", prefix("list")))
                .param("count", count)
                .update();
        jdbc.sql("""
                        WITH done AS (
                            INSERT INTO ringback.callback
                                (id, list_id, phone_number, source, created_at, status, eligible_at, due_at, expires_at,
                                 priority_at, closed_at)
                            SELECT gen_random_uuid(), :list || 1 + n % :lists, '+358' || 500000000 + n, 'IVR',
                                   now() - interval '5 minutes', 'RESOLVED', now(), now() + interval '1 hour',
                                   now() + interval '1 day', now(), now()
                            FROM generate_series(1, :count) n RETURNING id)
                        INSERT INTO ringback.attempt
                            (id, callback_id, allocation_id, agent_id, started_at, ended_at, call_status)
                        SELECT gen_random_uuid(), id, gen_random_uuid(), :agent || 1 + row_number() OVER () % :agents,
                               now() - interval '3 minutes', now(), 'ANSWERED'
                        FROM done""")
                .param("list", prefix("list"))
                .param("lists", count("callback_list", prefix("list")))
                .param("agent", prefix("agent"))
                .param("agents", count("account", prefix("agent")))
                .param("count", count)
                .update();
    }

    private String prefix(String kind) {
        return "busy-%s-%s-".formatted(word, kind);
    }

    private int count(String table, String prefix) {
        return jdbc.sql("SELECT count(*) FROM ringback.%s WHERE starts_with(id, ?)".formatted(table))
                .param(prefix)
                .query(Integer.class)
                .single();
    }
}
