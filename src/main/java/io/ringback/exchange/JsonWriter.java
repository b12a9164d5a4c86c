package io.ringback.exchange;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes an array of objects, one for each row. Without its last bracket the file is not whole. */
final class JsonWriter implements TableWriter {

    private final JsonGenerator json;
    private List<String> columns = List.of();

    JsonWriter(OutputStream out, ObjectMapper mapper) throws IOException {
        json = mapper.createGenerator(out);
        json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    }

    @Override
    public void head(List<String> names) throws IOException {
        columns = names;
        json.writeStartArray();
    }

    @Override
    public void row(List<@Nullable Object> values) throws IOException {
        writeObject(json, columns, values);
    }

    static void writeObject(JsonGenerator json, List<String> columns, List<@Nullable Object> values)
            throws IOException {
        json.writeStartObject();
        for (int column = 0; column < columns.size(); column++) {
            json.writeFieldName(columns.get(column));
            write(json, values.get(column));
        }
        json.writeEndObject();
    }

    @Override
    public void end() throws IOException {
        json.writeEndArray();
        json.flush();
    }

    private static void write(JsonGenerator json, @Nullable Object value) throws IOException {
        if (value instanceof JsonText text) {
            json.writeRawValue(text.text());
        } else if (value instanceof PhoneNumber number) {
            json.writeString(number.e164());
        } else {
            json.writePOJO(value);
        }
    }
}
