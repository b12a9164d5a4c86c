package io.ringback.figures;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who had cases in hand, by what the trail tells of them and the calls that were made. */
@Repository
class JdbcHoldings {

    private final JdbcClient jdbc;

    JdbcHoldings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of each of the closed cases, oldest first. */
    Map<UUID, List<Holding>> of(Collection<UUID> callbackIds) {
        var ids = callbackIds.toArray(UUID[]::new);
        var calls = jdbc
                .sql("""
                        SELECT allocation_id, started_at, ended_at FROM ringback.attempt
                        WHERE callback_id = ANY (?) AND NOT without_call ORDER BY started_at, id""")
                .param(ids)
                .query((row, number) -> new CallOf(
                        row.getObject("allocation_id", UUID.class),
                        new Holding.Call(at(row, "started_at"), ended(row))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        CallOf::allocationId, Collectors.mapping(CallOf::call, Collectors.toList())));
        var events = jdbc.sql("""
                        SELECT callback_id, at, type, list_id, agent_id, details ->> 'allocationId' AS allocation_id,
                               coalesce(details ->> 'callStatus', because ->> 'code') AS code
                        FROM ringback.audit_event
                        WHERE callback_id = ANY (?) AND type IN ('ALLOCATED', 'OUTCOME_SAVED', 'RELEASED')
                        ORDER BY callback_id, id""").param(ids).query(JdbcHoldings::event).list();
        return holdings(events, calls);
    }

    private static Map<UUID, List<Holding>> holdings(List<Event> events, Map<UUID, List<Holding.Call>> calls) {
        var found = new HashMap<UUID, List<Holding>>();
        Event given = null;
        for (var event : events) {
            var before = given;
            if (before != null && (event.isGiven() || !event.callbackId().equals(before.callbackId()))) {
                add(found, before, Left.TAKEN_AWAY, event.at(), calls);
                given = null;
            }
            if (event.isGiven()) {
                given = event;
            } else if (given != null) {
                var usual = event.isOutcome() ? Left.OTHER : Left.GIVEN_BACK;
                add(found, given, Left.of(event.code(), usual), event.at(), calls);
                given = null;
            }
        }
        if (given != null) {
            add(found, given, Left.TAKEN_AWAY, given.at(), calls);
        }
        return found;
    }

    private static void add(
            Map<UUID, List<Holding>> found, Event given, Left left, Instant at, Map<UUID, List<Holding.Call>> calls) {
        if (given.agentId() == null || given.listId() == null || given.allocationId() == null) {
            return;
        }
        var made = calls.getOrDefault(UUID.fromString(given.allocationId()), List.of());
        found.computeIfAbsent(given.callbackId(), id -> new ArrayList<>())
                .add(new Holding(given.listId(), given.agentId(), given.at(), left, at, made));
    }

    private static Event event(ResultSet row, int number) throws SQLException {
        return new Event(
                row.getObject("callback_id", UUID.class),
                at(row, "at"),
                row.getString("type"),
                row.getString("list_id"),
                row.getString("agent_id"),
                row.getString("allocation_id"),
                row.getString("code"));
    }

    private static Instant at(ResultSet row, String column) throws SQLException {
        return row.getTimestamp(column).toInstant();
    }

    private static @Nullable Instant ended(ResultSet row) throws SQLException {
        Timestamp ended = row.getTimestamp("ended_at");
        return ended == null ? null : ended.toInstant();
    }

    private record CallOf(UUID allocationId, Holding.Call call) {}

    private record Event(
            UUID callbackId,
            Instant at,
            String type,
            @Nullable String listId,
            @Nullable String agentId,
            @Nullable String allocationId,
            @Nullable String code) {

        boolean isGiven() {
            return "ALLOCATED".equals(type);
        }

        boolean isOutcome() {
            return "OUTCOME_SAVED".equals(type);
        }
    }
}
