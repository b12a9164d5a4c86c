package io.ringback.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ringback.callback.Source;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is kept of a file as JSON, and what it means. */
@Component
class ImportValues {

    private static final TypeReference<List<RowError>> ERRORS = new TypeReference<>() {};
    private static final TypeReference<List<Mend>> MENDS = new TypeReference<>() {};
    private static final TypeReference<List<String>> CELLS = new TypeReference<>() {};

    private final ObjectMapper json;

    ImportValues(ObjectMapper json) {
        this.json = json;
    }

    /** From a row with {@code bytes}, {@code list_id}, {@code source}, {@code layout} and {@code mends}. */
    UploadedFile file(ResultSet row) throws SQLException {
        var layout = row.getString("layout");
        var mends = row.getString("mends");
        return new UploadedFile(
                row.getBytes("bytes"),
                row.getString("list_id"),
                Source.valueOf(row.getString("source")),
                layout == null ? FileLayout.EXACT : read(layout, new TypeReference<FileLayout>() {}),
                mends(mends));
    }

    List<Mend> mends(@Nullable String text) {
        return text == null ? List.of() : read(text, MENDS);
    }

    List<RowError> errors(@Nullable String text) {
        return text == null ? List.of() : read(text, ERRORS);
    }

    List<String> cells(@Nullable String text) {
        return text == null ? List.of() : read(text, CELLS);
    }

    String written(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Cannot be written as JSON: " + value.getClass(), e);
        }
    }

    <T> T read(String text, TypeReference<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What was kept of a file cannot be read as " + type.getType(), e);
        }
    }
}
