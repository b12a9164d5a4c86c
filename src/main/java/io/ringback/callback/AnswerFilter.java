package io.ringback.callback;

import com.fasterxml.jackson.databind.node.TextNode;
import io.ringback.platform.problem.InvalidField;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Callbacks of which a call was classified so.
 *
 * @param key of the field, with dots where it is in a group
 * @param value what was chosen, also among others
 */
public record AnswerFilter(String key, String value) {

    private static final Pattern KEY = Pattern.compile("[^\\p{Cntrl}=]{1,200}");
    private static final Pattern VALUE = Pattern.compile("[^\\p{Cntrl}]{1,200}");
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]{0,15})(\\.[0-9]{1,15})?");

    /** What {@code reason=INVOICE} asks for; empty when it is not written so. */
    public static Optional<AnswerFilter> read(@Nullable String written) {
        var middle = written == null ? -1 : written.indexOf('=');
        if (written == null || middle < 0) {
            return Optional.empty();
        }
        var filter = new AnswerFilter(written.substring(0, middle), written.substring(middle + 1));
        var readable =
                KEY.matcher(filter.key).matches() && VALUE.matcher(filter.value).matches();
        return readable ? Optional.of(filter) : Optional.empty();
    }

    /** @throws InvalidField when something is written, but not like {@code reason=INVOICE} */
    public static @Nullable AnswerFilter checked(String field, @Nullable String written) {
        if (written == null || written.isBlank()) {
            return null;
        }
        return read(written)
                .orElseThrow(() -> new InvalidField(
                        field, "must be the key of a field of the form and an answer to it, like reason=INVOICE"));
    }

    /** As it is written. */
    public String written() {
        return key + "=" + value;
    }

    /** JSON objects with just this answer in them, as a text, number or truth value, alone or among others. */
    List<String> contained() {
        var text = TextNode.valueOf(value).toString();
        var values = new ArrayList<>(List.of(text, "[" + text + "]"));
        if (value.equals("true") || value.equals("false")) {
            values.add(value);
        }
        if (NUMBER.matcher(value).matches()) {
            values.add(value);
            values.add("[" + value + "]");
        }
        return values.stream().map(this::within).toList();
    }

    private String within(String value) {
        var parts = List.of(key.split("\\.", -1));
        var json = value;
        for (int i = parts.size() - 1; i >= 0; i--) {
            json = "{" + TextNode.valueOf(parts.get(i)) + ":" + json + "}";
        }
        return json;
    }
}
