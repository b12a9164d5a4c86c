package io.ringback.trace;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of closed cases. */
@Repository
class JdbcCaseRecords {

    /** Reads and writes what we have written ourselves. */
    static final JsonMapper JSON = new JsonMapper();

    private final JdbcClient jdbc;

    JdbcCaseRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Row(Passings passings, List<MadeDecision> decisions) {}

    /** False when it is there already. */
    boolean add(UUID callbackId, Passings passings, List<MadeDecision> decisions, Instant now) {
        var process = passings.process();
        var endedAt = passings.endedAt();
        return jdbc.sql("""
                        INSERT INTO ringback.case_record
                            (callback_id, process, version, definition_id, end_element, ended_at, folded_at, path, decisions)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb) ON CONFLICT (callback_id) DO NOTHING""")
                        .params(Arrays.asList(
                                callbackId,
                                process.key(),
                                process.version(),
                                process.definitionId(),
                                passings.end(),
                                Timestamp.from(endedAt == null ? now : endedAt),
                                Timestamp.from(now),
                                json(CompactPath.written(passings.all())),
                                decisions.isEmpty()
                                        ? null
                                        : json(decisions.stream()
                                                .map(CompactDecisions::written)
                                                .toList())))
                        .update()
                == 1;
    }

    Optional<Row> find(UUID callbackId) {
        return jdbc.sql("""
                        SELECT process, version, definition_id, end_element, ended_at, path, decisions
                        FROM ringback.case_record WHERE callback_id = ?""").param(callbackId).query(JdbcCaseRecords::row).optional();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        var endedAt = row.getTimestamp("ended_at").toInstant();
        return new Row(
                new Passings(
                        new ProcessVersion(
                                row.getString("process"), row.getInt("version"), row.getString("definition_id")),
                        CompactPath.read(tree(row.getString("path"))),
                        row.getString("end_element"),
                        endedAt),
                CompactDecisions.read(treeOrNull(row.getString("decisions")), endedAt));
    }

    static @Nullable JsonNode treeOrNull(@Nullable String json) {
        return json == null ? null : tree(json);
    }

    private static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what the database holds as JSON can be read", e);
        }
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a path can always be written as JSON", e);
        }
    }
}
