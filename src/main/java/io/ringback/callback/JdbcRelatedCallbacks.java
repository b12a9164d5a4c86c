package io.ringback.callback;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds the other requests of a caller on the list. */
@Repository
class JdbcRelatedCallbacks {

    private final JdbcClient jdbc;
    private final JdbcCallbackRow row;

    JdbcRelatedCallbacks(JdbcClient jdbc, JdbcCallbackRow row) {
        this.jdbc = jdbc;
        this.row = row;
    }

    /** What has been merged with a callback whose number is forgotten; nothing else tells them to be of one caller. */
    List<RelatedCallback> mergedWith(UUID main, UUID id, int limit) {
        return jdbc.sql("""
                        SELECT * FROM (
                            SELECT id, status, created_at, main_callback_id, closed_at, source, caller_name, attributes
                            FROM ringback.callback
                            WHERE (id = :main OR main_callback_id = :main) AND id <> :id
                            ORDER BY created_at DESC, id DESC LIMIT :limit) newest
                        ORDER BY created_at, id""")
                .param("main", main)
                .param("id", id)
                .param("limit", limit)
                .query((found, number) -> row.related(found, ""))
                .list();
    }

    List<RelatedCallback> relatedTo(Callback callback, int limit) {
        return jdbc.sql("""
                        SELECT * FROM (
                            SELECT id, status, created_at, main_callback_id, closed_at, source, caller_name, attributes
                            FROM ringback.callback
                            WHERE list_id = ? AND phone_number = ? AND id <> ?
                            ORDER BY created_at DESC, id DESC LIMIT ?) newest
                        ORDER BY created_at, id""")
                .params(callback.listId(), callback.request().phoneNumber(), callback.id(), limit)
                .query((found, number) -> row.related(found, ""))
                .list();
    }
}
