package io.ringback.exchange;

import com.fasterxml.jackson.core.type.TypeReference;
import io.ringback.intake.CallbackRequest;
import io.ringback.platform.input.Texts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The rows of the files. A request is kept from the upload until its row is dealt with; of a bad row only what is wrong,
 * with the cell it is about until the file is confirmed.
 */
@Repository
class JdbcImportRows {

    private static final TypeReference<CallbackRequest> REQUEST = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final ImportValues values;

    JdbcImportRows(JdbcClient jdbc, ImportValues values) {
        this.jdbc = jdbc;
        this.values = values;
    }

    /** What became of a row, and what was wrong with it. */
    record Reported(
            int row, @Nullable String result, @Nullable UUID callbackId, List<RowError> errors) {}

    /** @param isNew whether nothing was there, when it was looked at, into which it would be merged */
    record Next(int row, boolean isNew) {}

    /** What was found in a row. */
    record Previewed(
            int row,
            @Nullable CallbackRequest request,
            List<RowError> errors,
            List<String> cells,
            @Nullable String outlook) {}

    /** Those that are there already, from a try that was broken off, stay as they are. */
    void add(UUID importId, List<CheckedRow> rows) {
        jdbc.sql("""
                        INSERT INTO ringback.import_row (import_id, row, request, errors, outlook, cells)
                        SELECT file.id, sent.row, sent.request::jsonb, sent.errors::jsonb, sent.outlook,
                               CASE WHEN file.asks THEN sent.cells::jsonb END
                        FROM unnest(?::int[], ?::text[], ?::text[], ?::text[], ?::text[])
                             AS sent (row, request, errors, outlook, cells)
                        JOIN ringback.import_file AS file ON file.id = ?
                        ON CONFLICT DO NOTHING""")
                .params(
                        rows.stream().map(CheckedRow::number).toArray(Integer[]::new),
                        texts(rows, row -> row.isValid() ? values.written(row.request()) : null),
                        texts(rows, row -> row.isValid() ? null : values.written(row.errors())),
                        texts(rows, row -> row.isValid() ? String.valueOf(row.outlook()) : null),
                        texts(rows, row -> row.isValid() ? null : values.written(cells(row))),
                        importId)
                .update();
    }

    List<RowError> errors(UUID importId, int limit) {
        return jdbc.sql("""
                        SELECT errors FROM ringback.import_row WHERE import_id = ? AND errors IS NOT NULL
                        ORDER BY row LIMIT ?""").params(importId, limit).query((row, number) -> errors(row)).list().stream()
                .flatMap(List::stream)
                .limit(limit)
                .toList();
    }

    /** Some rows that are still to be dealt with, in their order. */
    List<Next> next(UUID importId, int limit) {
        return jdbc.sql("""
                        SELECT row, outlook = 'NEW' AS is_new FROM ringback.import_row
                        WHERE import_id = ? AND result IS NULL AND request IS NOT NULL ORDER BY row LIMIT ?""")
                .params(importId, limit)
                .query((row, number) -> new Next(row.getInt("row"), row.getBoolean("is_new")))
                .list();
    }

    /** What the row asks for; empty when it is dealt with, or somebody else is about to. Locks it. */
    Optional<CallbackRequest> lock(UUID importId, int row) {
        return jdbc.sql("""
                        SELECT request FROM ringback.import_row
                        WHERE import_id = ? AND row = ? AND result IS NULL AND request IS NOT NULL
                        FOR UPDATE SKIP LOCKED""")
                .params(importId, row)
                .query(String.class)
                .optional()
                .map(text -> values.read(text, REQUEST));
    }

    /** The same of several rows, by their number and in their order. */
    SortedMap<Integer, CallbackRequest> lock(UUID importId, List<Integer> some) {
        var found = new TreeMap<Integer, CallbackRequest>();
        jdbc.sql("""
                        SELECT row, request FROM ringback.import_row
                        WHERE import_id = ? AND row = ANY (?::int[]) AND result IS NULL AND request IS NOT NULL
                        ORDER BY row FOR UPDATE SKIP LOCKED""").params(importId, some.toArray(Integer[]::new)).query(row -> {
            found.put(row.getInt("row"), values.read(row.getString("request"), REQUEST));
        });
        return found;
    }

    void done(UUID importId, int row, RowResult result, UUID callbackId) {
        jdbc.sql("""
                        UPDATE ringback.import_row SET result = ?, callback_id = ?, request = NULL
                        WHERE import_id = ? AND row = ?""").params(result.name(), callbackId, importId, row).update();
    }

    /** All of them, when it is looked at anew. */
    void forget(UUID importId) {
        jdbc.sql("DELETE FROM ringback.import_row WHERE import_id = ?")
                .param(importId)
                .update();
    }

    /** Those with errors and those without, in their order, from the one after {@code after} on. */
    List<Previewed> preview(UUID importId, boolean valid, int after, int limit) {
        return jdbc.sql("""
                        SELECT row, request, errors, cells, outlook FROM ringback.import_row
                        WHERE import_id = ? AND result IS NULL AND (outlook IS NOT NULL) = ? AND row > ?
                        ORDER BY row LIMIT ?""")
                .params(importId, valid, after, limit)
                .query((row, number) -> new Previewed(
                        row.getInt("row"),
                        row.getString("request") == null ? null : values.read(row.getString("request"), REQUEST),
                        errors(row),
                        values.cells(row.getString("cells")),
                        row.getString("outlook")))
                .list();
    }

    void failed(UUID importId, int row, List<RowError> errors) {
        jdbc.sql("""
                        UPDATE ringback.import_row SET result = 'FAILED', errors = ?::jsonb, request = NULL
                        WHERE import_id = ? AND row = ? AND result IS NULL""").params(values.written(errors), importId, row).update();
    }

    /** What the rows say that are left out is needed no longer: it may hold numbers and names. */
    void skipInvalid(UUID importId) {
        jdbc.sql("""
                        UPDATE ringback.import_row
                        SET result = 'SKIPPED', cells = NULL, errors = (
                            SELECT jsonb_agg(error - 'value' ORDER BY place)
                            FROM jsonb_array_elements(errors) WITH ORDINALITY AS each (error, place))
                        WHERE import_id = ? AND outlook IS NULL""").param(importId).update();
    }

    List<Reported> report(UUID importId) {
        return jdbc.sql("""
                        SELECT row, result, callback_id, errors FROM ringback.import_row
                        WHERE import_id = ? ORDER BY row""")
                .param(importId)
                .query((row, number) -> new Reported(
                        row.getInt("row"),
                        row.getString("result"),
                        row.getObject("callback_id", UUID.class),
                        errors(row)))
                .list();
    }

    private List<RowError> errors(ResultSet row) throws SQLException {
        return values.errors(row.getString("errors"));
    }

    /** As far as the database can keep them. */
    private static List<String> cells(CheckedRow row) {
        return row.cells().stream()
                .map(cell -> Texts.isStorable(cell) ? cell : Texts.plain(cell))
                .toList();
    }

    private static Object texts(List<CheckedRow> rows, Function<CheckedRow, @Nullable String> part) {
        Stream<@Nullable String> texts = rows.stream().map(part);
        return texts.toArray(String[]::new);
    }
}
