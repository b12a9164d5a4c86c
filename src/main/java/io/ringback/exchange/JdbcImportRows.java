package io.ringback.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ringback.intake.CallbackRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
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

    private static final TypeReference<List<RowError>> ERRORS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    JdbcImportRows(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** What became of a row, and what was wrong with it. */
    record Reported(
            int row, @Nullable String result, @Nullable UUID callbackId, List<RowError> errors) {}

    /** Those that are there already, from a try that was broken off, stay as they are. */
    void add(UUID importId, List<CheckedRow> rows) {
        jdbc.sql("""
                        INSERT INTO ringback.import_row (import_id, row, request, errors, outlook)
                        SELECT ?, sent.row, sent.request::jsonb, sent.errors::jsonb, sent.outlook
                        FROM unnest(?::int[], ?::text[], ?::text[], ?::text[]) AS sent (row, request, errors, outlook)
                        ON CONFLICT DO NOTHING""")
                .params(
                        importId,
                        rows.stream().map(CheckedRow::number).toArray(Integer[]::new),
                        texts(rows, row -> row.isValid() ? written(row.request()) : null),
                        texts(rows, row -> row.isValid() ? null : written(row.errors())),
                        texts(rows, row -> row.isValid() ? String.valueOf(row.outlook()) : null))
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
    List<Integer> next(UUID importId, int limit) {
        return jdbc.sql("""
                        SELECT row FROM ringback.import_row
                        WHERE import_id = ? AND result IS NULL AND request IS NOT NULL ORDER BY row LIMIT ?""").params(importId, limit).query(Integer.class).list();
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
                .map(text -> read(text, json.constructType(CallbackRequest.class)));
    }

    void done(UUID importId, int row, RowResult result, UUID callbackId) {
        jdbc.sql("""
                        UPDATE ringback.import_row SET result = ?, callback_id = ?, request = NULL
                        WHERE import_id = ? AND row = ?""").params(result.name(), callbackId, importId, row).update();
    }

    void failed(UUID importId, int row, List<RowError> errors) {
        jdbc.sql("""
                        UPDATE ringback.import_row SET result = 'FAILED', errors = ?::jsonb, request = NULL
                        WHERE import_id = ? AND row = ? AND result IS NULL""").params(written(errors), importId, row).update();
    }

    /** What the rows say that are left out is needed no longer: it may hold numbers and names. */
    void skipInvalid(UUID importId) {
        jdbc.sql("""
                        UPDATE ringback.import_row
                        SET result = 'SKIPPED', errors = (
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
        var text = row.getString("errors");
        return text == null ? List.of() : read(text, json.constructType(ERRORS));
    }

    private static Object texts(List<CheckedRow> rows, Function<CheckedRow, @Nullable String> part) {
        Stream<@Nullable String> texts = rows.stream().map(part);
        return texts.toArray(String[]::new);
    }

    private String written(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Cannot be written as JSON: " + value.getClass(), e);
        }
    }

    private <T> T read(String text, com.fasterxml.jackson.databind.JavaType type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What was kept of a row cannot be read as " + type, e);
        }
    }
}
