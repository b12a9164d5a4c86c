package io.ringback.callback;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcCallbackNotes {

    private final JdbcClient jdbc;

    JdbcCallbackNotes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(UUID callbackId, CallbackNote note) {
        jdbc.sql("INSERT INTO ringback.callback_note (id, callback_id, at, author, note) VALUES (?, ?, ?, ?, ?)")
                .params(note.id(), callbackId, JdbcCallbacks.timestamp(note.at()), note.authorId(), note.note())
                .update();
    }

    List<CallbackNote> of(UUID callbackId) {
        return jdbc.sql("""
                        SELECT id, at, author, note FROM ringback.callback_note
                        WHERE callback_id = ? ORDER BY at, id""")
                .param(callbackId)
                .query((row, number) -> new CallbackNote(
                        row.getObject("id", UUID.class),
                        row.getTimestamp("at").toInstant(),
                        row.getString("author"),
                        row.getString("note")))
                .list();
    }
}
