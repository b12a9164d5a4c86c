package io.ringback.exchange;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The files whose senders are asked how to read them, what they have answered, and what is remembered of it. */
@Repository
class JdbcImportLayouts {

    private final JdbcClient jdbc;
    private final ImportValues values;

    JdbcImportLayouts(JdbcClient jdbc, ImportValues values) {
        this.jdbc = jdbc;
        this.values = values;
    }

    /** Keeps it, to be asked about; of the same account's only the newest ones, at most so many. */
    void keep(UUID id, String account, UploadedFile file, int rows, Instant now, int most) {
        jdbc.sql("""
                        DELETE FROM ringback.import_file WHERE id IN (
                            SELECT id FROM ringback.import_file WHERE account_id = ? AND kept IS NOT NULL
                            ORDER BY created_at DESC, id DESC OFFSET ? FOR UPDATE SKIP LOCKED)""").params(account, most - 1).update();
        jdbc.sql("""
                        INSERT INTO ringback.import_file
                            (id, account_id, content_hash, created_at, list_id, source, row_count, kept, layout, asks, asking)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, true, true)""")
                .params(
                        id,
                        account,
                        file.defaults().fingerprint(),
                        Timestamp.from(now),
                        file.listId(),
                        file.source().name(),
                        rows,
                        file.content(),
                        values.written(file.layout()))
                .update();
    }

    /** What was written over the cells of one that is kept; its row is locked until the end of the transaction. */
    Optional<List<Mend>> lock(UUID id, String account) {
        return jdbc.sql("""
                        SELECT mends FROM ringback.import_file
                        WHERE id = ? AND account_id = ? AND kept IS NOT NULL FOR UPDATE""")
                .params(id, account)
                .query((row, number) -> values.mends(row.getString("mends")))
                .optional();
    }

    /** One that is kept, with what was said of it. */
    Optional<UploadedFile> find(UUID id, String account) {
        return jdbc.sql("""
                        SELECT kept AS bytes, list_id, source, layout, mends FROM ringback.import_file
                        WHERE id = ? AND account_id = ? AND kept IS NOT NULL""")
                .params(id, account)
                .query((row, number) -> values.file(row))
                .optional();
    }

    /** Keeps another guess, about which the sender is asked. */
    void ask(UUID id, FileLayout layout, int rows) {
        jdbc.sql("""
                        UPDATE ringback.import_file
                        SET asking = true, layout = ?::jsonb, mends = NULL, row_count = ?, looked_at = NULL
                        WHERE id = ? AND kept IS NOT NULL""").params(values.written(layout), rows, id).update();
    }

    /** It is to be looked at, as it was said. False when so many files of the account wait for that already. */
    boolean lookAgain(UUID id, FileLayout layout, List<Mend> mends, int rows, int most) {
        return jdbc.sql("""
                        UPDATE ringback.import_file AS file
                        SET content = kept, kept = NULL, asking = false, looked_at = NULL, looking_at = NULL,
                            layout = ?::jsonb, mends = ?::jsonb, row_count = ?
                        WHERE id = ? AND kept IS NOT NULL
                          AND (SELECT count(*) FROM ringback.import_file AS other
                               WHERE other.account_id = file.account_id AND other.content IS NOT NULL) < ?""")
                        .params(values.written(layout), mends.isEmpty() ? null : values.written(mends), rows, id, most)
                        .update()
                == 1;
    }

    /** What headings have been said to mean in files of this list, by their letters. */
    Map<String, String> remembered(@Nullable String listId) {
        var found = new HashMap<String, String>();
        jdbc.sql("SELECT heading, field FROM ringback.import_heading WHERE list_id = ?")
                .param(listId == null ? "" : listId)
                .query(row -> {
                    found.put(row.getString("heading"), row.getString("field"));
                });
        return found;
    }

    void remember(@Nullable String listId, Map<String, String> meanings, Instant now) {
        jdbc.sql("""
                        INSERT INTO ringback.import_heading (list_id, heading, field, said_at)
                        SELECT ?, said.heading, said.field, ? FROM unnest(?::text[], ?::text[]) AS said (heading, field)
                        ORDER BY said.heading
                        ON CONFLICT (list_id, heading) DO UPDATE SET field = EXCLUDED.field, said_at = EXCLUDED.said_at""")
                .params(
                        listId == null ? "" : listId,
                        Timestamp.from(now),
                        meanings.keySet().toArray(String[]::new),
                        meanings.values().toArray(String[]::new))
                .update();
    }
}
