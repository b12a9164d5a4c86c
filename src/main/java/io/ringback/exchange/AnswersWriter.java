package io.ringback.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Gives each answer of a classification a column of its own, {@code formData.reason}, after those of the table. The column
 * with all of them stays, so that nothing that is deeper in them is lost.
 */
final class AnswersWriter implements TableWriter {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String PREFIX = "formData.";

    private final TableWriter writer;
    private final List<String> keys;

    /** @param keys of the answers that get a column */
    AnswersWriter(TableWriter writer, List<String> keys) {
        this.writer = writer;
        this.keys = List.copyOf(keys);
    }

    @Override
    public void head(List<String> columns) throws IOException {
        var all = new ArrayList<>(columns);
        keys.forEach(key -> all.add(PREFIX + key));
        writer.head(all);
    }

    @Override
    public void row(List<@Nullable Object> values) throws IOException {
        List<@Nullable Object> all = new ArrayList<>(values.size() + keys.size());
        JsonNode answers = JSON.missingNode();
        for (var value : values) {
            if (value instanceof Answers given) {
                answers = JSON.readTree(given.json());
                all.add(new JsonText(given.json()));
            } else {
                all.add(value);
            }
        }
        for (var key : keys) {
            all.add(cell(answers.path(key)));
        }
        writer.row(all);
    }

    @Override
    public void end() throws IOException {
        writer.end();
    }

    private static @Nullable Object cell(JsonNode answer) {
        if (answer.isMissingNode() || answer.isNull()) {
            return null;
        }
        if (answer.isArray()
                && StreamSupport.stream(answer.spliterator(), false).allMatch(JsonNode::isValueNode)) {
            return StreamSupport.stream(answer.spliterator(), false)
                    .map(JsonNode::asText)
                    .collect(Collectors.joining(", "));
        }
        if (answer.isBoolean()) {
            return answer.asBoolean();
        }
        return answer.isValueNode() ? answer.asText() : new JsonText(answer.toString());
    }
}
