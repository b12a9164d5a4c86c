package io.ringback.callback;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the story of a caller with one statement, list by list from the index of the numbers. */
@Repository
class JdbcCallersStories {

    private static final int SHOWN = 20;
    private static final int COUNTED_ON_A_LIST = 200;
    private static final int CALLS_SHOWN = 50;

    private final JdbcClient jdbc;
    private final JdbcCallbackRow callbacks;
    private final JdbcAttemptRow attempts;

    JdbcCallersStories(JdbcClient jdbc, JdbcCallbackRow callbacks, JdbcAttemptRow attempts) {
        this.jdbc = jdbc;
        this.callbacks = callbacks;
        this.attempts = attempts;
    }

    CallersStory of(Callback callback, String agentId) {
        List<EarlierCallback> found = new ArrayList<>();
        List<Attempt> calls = new ArrayList<>();
        var total = jdbc.sql("""
                        WITH other AS (
                            SELECT c.*, count(*) OVER () AS total
                            FROM ringback.list_agent access
                            CROSS JOIN LATERAL (
                                SELECT id, list_id, status, created_at, closed_at, source, caller_name, attributes
                                FROM ringback.callback
                                WHERE phone_number = :number AND list_id = access.list_id AND id <> :id
                                  AND main_callback_id IS DISTINCT FROM :id
                                ORDER BY created_at DESC, id DESC LIMIT :counted) c
                            WHERE access.agent_id = :agent
                            ORDER BY c.created_at DESC, c.id DESC LIMIT :shown)
                        SELECT other.id AS other_id, other.list_id AS other_list, other.status AS other_status,
                               other.created_at AS other_created_at, other.closed_at AS other_closed_at,
                               other.source AS other_source, other.caller_name AS other_caller_name,
                               other.attributes AS other_attributes, other.total AS other_total, call.*
                        FROM other LEFT JOIN LATERAL (
                            SELECT * FROM ringback.attempt WHERE callback_id = other.id
                            ORDER BY started_at DESC, id DESC LIMIT :calls) call ON TRUE
                        ORDER BY other.created_at DESC, other.id DESC, call.started_at, call.id""")
                .param("number", callback.request().phoneNumber())
                .param("id", callback.id())
                .param("agent", agentId)
                .param("counted", COUNTED_ON_A_LIST)
                .param("shown", SHOWN)
                .param("calls", CALLS_SHOWN)
                .query(rows -> {
                    var all = 0;
                    while (rows.next()) {
                        all = rows.getInt("other_total");
                        add(rows, found, calls);
                    }
                    return all;
                });
        return new CallersStory(found, total - found.size());
    }

    /** The rows of a request come together, one for each of its calls. */
    private void add(ResultSet row, List<EarlierCallback> found, List<Attempt> calls) throws SQLException {
        var request = request(row);
        var last = found.isEmpty() ? null : found.get(found.size() - 1);
        if (last != null && last.callbackId().equals(request.callbackId())) {
            found.remove(last);
        } else {
            calls.clear();
        }
        if (row.getObject("id") != null) {
            calls.add(attempts.mapRow(row, row.getRow()));
        }
        found.add(request.with(calls));
    }

    private EarlierCallback request(ResultSet row) throws SQLException {
        var closedAt = row.getTimestamp("other_closed_at");
        return new EarlierCallback(
                row.getObject("other_id", UUID.class),
                row.getString("other_list"),
                CallbackStatus.valueOf(row.getString("other_status")),
                row.getTimestamp("other_created_at").toInstant(),
                closedAt == null ? null : closedAt.toInstant(),
                Source.valueOf(row.getString("other_source")),
                row.getString("other_caller_name"),
                callbacks.attributes(row.getString("other_attributes")),
                List.of());
    }

    boolean tells(Callback inHand, String agentId, UUID callbackId) {
        return jdbc.sql("""
                        SELECT EXISTS (
                            SELECT 1 FROM ringback.callback c
                            WHERE c.id = :id AND c.phone_number = :number
                              AND (c.list_id = :list OR EXISTS (
                                  SELECT 1 FROM ringback.list_agent access
                                  WHERE access.list_id = c.list_id AND access.agent_id = :agent)))""")
                .param("id", callbackId)
                .param("number", inHand.request().phoneNumber())
                .param("list", inHand.listId())
                .param("agent", agentId)
                .query(Boolean.class)
                .single();
    }
}
