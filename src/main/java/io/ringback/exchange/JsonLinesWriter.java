package io.ringback.exchange;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes an object on a line of its own for each row. */
final class JsonLinesWriter implements TableWriter {

    private final JsonGenerator json;
    private List<String> columns = List.of();

    JsonLinesWriter(OutputStream out, ObjectMapper mapper) throws IOException {
        json = mapper.createGenerator(out);
        json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        json.setRootValueSeparator(null);
    }

    @Override
    public void head(List<String> names) {
        columns = names;
    }

    @Override
    public void row(List<@Nullable Object> values) throws IOException {
        JsonWriter.writeObject(json, columns, values);
        json.writeRaw('\n');
    }

    @Override
    public void end() throws IOException {
        json.flush();
    }
}
