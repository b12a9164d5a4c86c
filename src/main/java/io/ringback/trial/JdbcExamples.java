package io.ringback.trial;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ringback.callback.CallbackStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcExamples {

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    JdbcExamples(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    List<DesignersExample> of(String process) {
        return jdbc.sql("SELECT * FROM ringback.process_example WHERE process = ? ORDER BY name")
                .param(process)
                .query(this::example)
                .list();
    }

    Optional<DesignersExample> find(String process, String name) {
        return jdbc.sql("SELECT * FROM ringback.process_example WHERE process = ? AND name = ?")
                .params(process, name)
                .query(this::example)
                .optional();
    }

    long count(String process) {
        return jdbc.sql("SELECT count(*) FROM ringback.process_example WHERE process = ?")
                .param(process)
                .query(Long.class)
                .single();
    }

    void save(DesignersExample example) {
        jdbc.sql("""
                        INSERT INTO ringback.process_example
                            (process, name, list_id, example, ends_at, ends_as, saved_by, saved_at)
                        VALUES (?, ?, ?, ?::jsonb, ?, ?, ?, ?)
                        ON CONFLICT (process, name) DO UPDATE
                        SET list_id = excluded.list_id, example = excluded.example, ends_at = excluded.ends_at,
                            ends_as = excluded.ends_as, saved_by = excluded.saved_by, saved_at = excluded.saved_at""")
                .params(Arrays.asList(
                        example.key(),
                        example.name(),
                        example.listId(),
                        written(example.example()),
                        example.endElementId(),
                        example.endStatus() == null ? null : example.endStatus().name(),
                        example.savedBy(),
                        Timestamp.from(example.savedAt())))
                .update();
    }

    boolean delete(String process, String name) {
        return jdbc.sql("DELETE FROM ringback.process_example WHERE process = ? AND name = ?")
                        .params(process, name)
                        .update()
                == 1;
    }

    /** Changes with whatever is changed of any of them. */
    String state() {
        return jdbc.sql("""
                        SELECT coalesce(md5(string_agg(e::text, '' ORDER BY process, name)), '')
                        FROM ringback.process_example e""").query(String.class).single();
    }

    private DesignersExample example(ResultSet row, int number) throws SQLException {
        var status = row.getString("ends_as");
        return new DesignersExample(
                row.getString("process"),
                row.getString("name"),
                row.getString("list_id"),
                read(row.getString("example")),
                row.getString("ends_at"),
                status(status),
                row.getString("saved_by"),
                row.getTimestamp("saved_at").toInstant());
    }

    private static @Nullable CallbackStatus status(@Nullable String name) {
        return name == null ? null : CallbackStatus.valueOf(name);
    }

    private String written(TrialExample example) {
        try {
            return json.writeValueAsString(example);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An example can always be written as JSON", e);
        }
    }

    private TrialExample read(String text) {
        try {
            return json.readValue(text, TrialExample.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The example of a process cannot be read", e);
        }
    }
}
