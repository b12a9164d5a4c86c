package io.ringback.exchange;

import io.ringback.stream.OpenAnswer;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes for as long as whoever takes the table may have it. */
record LastingWriter(TableWriter writer, OpenAnswer answer) implements TableWriter {

    @Override
    public void head(List<String> columns) throws IOException {
        writer.head(columns);
    }

    @Override
    public void row(List<@Nullable Object> values) throws IOException {
        if (answer.isOver()) {
            throw new IOException("the right to the table has ended");
        }
        writer.row(values);
    }

    @Override
    public void end() throws IOException {
        writer.end();
    }
}
