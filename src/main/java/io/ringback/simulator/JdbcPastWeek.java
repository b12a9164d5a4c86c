package io.ringback.simulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes callbacks of the past, with their attempts. */
@Repository
@WithSimulator
class JdbcPastWeek {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final ObjectMapper json;

    JdbcPastWeek(JdbcClient jdbc, JdbcTemplate batches, ObjectMapper json) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.json = json;
    }

    /** Whether nothing has ever happened here: no request, and nobody at a desk. */
    boolean isUntouched() {
        return jdbc.sql("""
                        SELECT NOT EXISTS (SELECT FROM ringback.callback)
                           AND NOT EXISTS (SELECT FROM ringback.agent)""").query(Boolean.class).single();
    }

    List<String> lists() {
        return jdbc.sql("SELECT id FROM ringback.callback_list WHERE archived_at IS NULL ORDER BY id")
                .query(String.class)
                .list();
    }

    void addAgents(List<String> ids) {
        batches.batchUpdate(
                "INSERT INTO ringback.agent (id) VALUES (?)",
                ids.stream().map(id -> new Object[] {id}).toList());
    }

    void addCallbacks(List<PastCase> cases) {
        batches.batchUpdate(
                """
                INSERT INTO ringback.callback
                    (id, list_id, phone_number, caller_name, source, attributes, created_at, status, eligible_at, due_at,
                     expires_at, priority_at, overdue, attempt_count, closed_at)
                VALUES (?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                cases.stream()
                        .map(one -> new @Nullable Object[] {
                            one.id,
                            one.caller.listId(),
                            one.caller.phoneNumber(),
                            one.caller.callerName(),
                            one.caller.source(),
                            written(one.caller.attributes()),
                            at(one.createdAt),
                            Objects.toString(one.status, null),
                            at(one.eligibleAt),
                            at(one.dueAt()),
                            at(one.expiresAt()),
                            at(one.dueAt()),
                            one.overdue,
                            one.attempts.size(),
                            at(one.closedAt)
                        })
                        .toList());
    }

    /** In the order in which they were made: each says whether it is the first of its callback. */
    void addAttempts(List<PastCase> cases) {
        batches.batchUpdate(
                """
                INSERT INTO ringback.attempt
                    (id, callback_id, allocation_id, agent_id, external_call_id, started_at, ended_at, call_status, from_desk)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, true)""",
                cases.stream()
                        .flatMap(one -> one.attempts.stream().map(attempt -> new Object[] {
                            attempt.id(),
                            one.id,
                            attempt.allocation(),
                            attempt.agent(),
                            "simulated-" + attempt.id(),
                            at(attempt.startedAt()),
                            at(attempt.endedAt()),
                            attempt.answer().callStatus()
                        }))
                        .toList());
    }

    /** What is past is no news to programs that read the stream of events. */
    void forgetNews() {
        jdbc.sql("DELETE FROM ringback.outgoing_new").update();
    }

    private static @Nullable Timestamp at(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }

    private String written(Map<String, String> values) {
        try {
            return json.writeValueAsString(values);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A map of strings could not be written as JSON", e);
        }
    }
}
