package io.ringback.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** What became of one item of the file. */
public record SettingsChange(Action action, List<Difference> differences) {

    public static final SettingsChange NONE = new SettingsChange(Action.UNCHANGED, List.of());
    public static final SettingsChange ARCHIVED = new SettingsChange(Action.ARCHIVED, List.of());

    /** What was done to it. */
    public enum Action {
        CREATED,
        CHANGED,
        ARCHIVED,
        UNCHANGED
    }

    /**
     * One setting that is another now.
     *
     * @param before null when it had no value
     * @param after null when it has no value any more
     */
    public record Difference(
            String setting,
            @Nullable String before,
            @Nullable String after) {}

    /** @param before null for what was not there */
    public static SettingsChange between(@Nullable ObjectNode before, ObjectNode after) {
        var differences = new ArrayList<Difference>();
        after.fields().forEachRemaining(setting -> {
            var old = before == null ? null : text(before.get(setting.getKey()));
            var now = text(setting.getValue());
            if (!java.util.Objects.equals(old, now)) {
                differences.add(new Difference(setting.getKey(), old, now));
            }
        });
        if (before == null) {
            return new SettingsChange(Action.CREATED, differences);
        }
        return differences.isEmpty() ? NONE : new SettingsChange(Action.CHANGED, differences);
    }

    private static @Nullable String text(@Nullable JsonNode value) {
        if (value == null || value.isNull()) {
            return null;
        }
        if (value.isArray()) {
            return StreamSupport.stream(value.spliterator(), false)
                    .map(each -> String.valueOf(text(each)))
                    .collect(Collectors.joining(", "));
        }
        return value.isValueNode() ? value.asText() : value.toString();
    }
}
