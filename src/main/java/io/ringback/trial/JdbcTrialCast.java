package io.ringback.trial;

import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Those whom a case is played with: a list and agents of its own, whom nobody else ever sees. */
@Repository
class JdbcTrialCast {

    private final JdbcClient jdbc;

    JdbcTrialCast(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A list with the settings of another one, whichever those are. */
    void copy(String listId, String copyId) {
        jdbc.sql("""
                        INSERT INTO ringback.callback_list
                        SELECT copy.* FROM ringback.callback_list list
                        CROSS JOIN LATERAL jsonb_populate_record(list, jsonb_build_object('id', ?)) copy
                        WHERE list.id = ?""").params(copyId, listId).update();
    }

    /** A list that is due in four hours and expires in a day, with or without a limit for all that agents do. */
    void list(String id, boolean limited, Instant now) {
        jdbc.sql("""
                        INSERT INTO ringback.callback_list
                            (id, name, region, zone, allocation_order, due_after_ms, expires_after_ms,
                             auto_stop_after_ms, close_after_call_ms, max_attempts, created_at)
                        VALUES (:id, 'Example', 'FI', 'Europe/Helsinki', 'DUE', 14400000, 86400000,
                                CASE WHEN :limited THEN 120000 END, CASE WHEN :limited THEN 300000 END,
                                CASE WHEN :limited THEN 3 END, :now)""")
                .param("id", id)
                .param("limited", limited)
                .param("now", Timestamp.from(now))
                .update();
    }

    /** The list's callbacks begin with this process. */
    void setProcess(String listId, String process) {
        jdbc.sql("UPDATE ringback.callback_list SET policy = policy || jsonb_build_object('process', ?) WHERE id = ?")
                .params(process, listId)
                .update();
    }

    /** An agent who has joined the list. */
    void agent(String id, String listId, Instant now) {
        jdbc.sql("""
                        INSERT INTO ringback.account (id, name, password_hash, roles, enabled, created_at)
                        VALUES (?, 'Example', 'nobody signs in with this', '{AGENT}', true, ?)""").params(id, Timestamp.from(now)).update();
        jdbc.sql("INSERT INTO ringback.list_agent (list_id, agent_id, active) VALUES (?, ?, true)")
                .params(listId, id)
                .update();
    }

    /** Nobody is kept waiting by somebody who waits; and a statement ends before its connection would be given up. */
    void limitWaiting() {
        jdbc.sql("SET LOCAL lock_timeout = '15s'").update();
        jdbc.sql("SET LOCAL statement_timeout = '25s'").update();
    }

    /** Marks where {@link #back} goes to; in the database itself, which does it also after a call has failed. */
    void mark(Mark mark, int level) {
        jdbc.sql("SAVEPOINT " + mark.name() + level).update();
    }

    /** To be repeated as often as wanted; what was marked after it is forgotten. */
    void back(Mark mark, int level) {
        jdbc.sql("ROLLBACK TO SAVEPOINT " + mark.name() + level).update();
    }

    /** Nobody wants to go back there: the database need not keep it apart, which costs everybody who reads. */
    void unmark(Mark mark, int level) {
        jdbc.sql("RELEASE SAVEPOINT " + mark.name() + level).update();
    }

    enum Mark {
        EXAMPLE,
        EVENT,
        WAY
    }
}
