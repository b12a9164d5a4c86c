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
    private static final int COUNTED_ON_A_LIST = 50;
    private static final int CALLS_SHOWN = 50;

    private static final String STORY = """
            WITH other AS (
                SELECT c.*, count(*) OVER () AS total
                FROM ringback.list_agent access
                CROSS JOIN LATERAL (
                    SELECT id, list_id, status, created_at, closed_at, main_callback_id, source, caller_name,
                           attributes
                    FROM ringback.callback
                    WHERE phone_number = :number AND list_id = access.list_id AND id <> :id
                      AND main_callback_id IS DISTINCT FROM :id
                    ORDER BY created_at DESC, id DESC LIMIT :counted) c
                WHERE access.agent_id = :agent
                ORDER BY c.created_at DESC, c.id DESC LIMIT :shown),
            related AS (
                SELECT id, list_id, status, created_at, closed_at, main_callback_id, source, caller_name,
                       attributes, 0::bigint AS total
                FROM ringback.callback
                WHERE phone_number = :number AND list_id = :list AND id <> :id
                ORDER BY created_at DESC, id DESC LIMIT :related),
            told AS (SELECT *, TRUE AS earlier FROM other UNION ALL SELECT *, FALSE FROM related)
            SELECT told.earlier, told.total, told.id AS told_id, told.list_id AS told_list,
                   told.status AS told_status, told.created_at AS told_created_at,
                   told.closed_at AS told_closed_at, told.main_callback_id AS told_main_callback_id,
                   told.source AS told_source, told.caller_name AS told_caller_name,
                   told.attributes AS told_attributes, call.*
            FROM told LEFT JOIN LATERAL (
                SELECT * FROM ringback.attempt WHERE told.earlier AND callback_id = told.id
                ORDER BY started_at DESC, id DESC LIMIT :calls) call ON TRUE
            ORDER BY told.earlier DESC, told.created_at DESC, told.id DESC, call.started_at, call.id""";

    private final JdbcClient jdbc;
    private final JdbcCallbackRow callbacks;
    private final JdbcAttemptRow attempts;

    JdbcCallersStories(JdbcClient jdbc, JdbcCallbackRow callbacks, JdbcAttemptRow attempts) {
        this.jdbc = jdbc;
        this.callbacks = callbacks;
        this.attempts = attempts;
    }

    CallersStory of(Callback callback, String agentId) {
        return jdbc.sql(STORY)
                .param("number", callback.request().numberToCall())
                .param("list", callback.listId())
                .param("id", callback.id())
                .param("agent", agentId)
                .param("counted", COUNTED_ON_A_LIST)
                .param("shown", SHOWN)
                .param("related", Callbacks.RELATED_SHOWN)
                .param("calls", CALLS_SHOWN)
                .query(this::story);
    }

    /** The rows of a request come together, one for each of its calls. */
    private CallersStory story(ResultSet rows) throws SQLException {
        var related = new ArrayList<RelatedCallback>();
        var earlier = new ArrayList<EarlierCallback>();
        var calls = new ArrayList<Attempt>();
        var total = 0;
        while (rows.next()) {
            if (rows.getBoolean("earlier")) {
                total = rows.getInt("total");
                add(rows, earlier, calls);
            } else {
                related.add(0, related(rows));
            }
        }
        return new CallersStory(related, earlier, total - earlier.size());
    }

    private void add(ResultSet row, List<EarlierCallback> found, List<Attempt> calls) throws SQLException {
        var request = earlier(row);
        var last = found.isEmpty() ? null : found.get(found.size() - 1);
        if (last != null && last.callbackId().equals(request.callbackId())) {
            found.remove(found.size() - 1);
        } else {
            calls.clear();
        }
        if (row.getObject("id") != null) {
            calls.add(attempts.mapRow(row, row.getRow()));
        }
        found.add(request.with(calls));
    }

    private EarlierCallback earlier(ResultSet row) throws SQLException {
        var request = related(row);
        return new EarlierCallback(
                request.id(),
                row.getString("told_list"),
                request.status(),
                request.createdAt(),
                request.closedAt(),
                request.source(),
                request.callerName(),
                request.attributes(),
                List.of());
    }

    private RelatedCallback related(ResultSet row) throws SQLException {
        return callbacks.related(row, "told_");
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
                .param("number", inHand.request().numberToCall())
                .param("list", inHand.listId())
                .param("agent", agentId)
                .query(Boolean.class)
                .single();
    }
}
