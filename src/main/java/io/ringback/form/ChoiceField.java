package io.ringback.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A field whose answers can be counted, since they are chosen and not typed.
 *
 * @param key where its answer is, with dots where it is in a group
 */
public record ChoiceField(String key, String label, List<Option> options) {

    /** What is answered by a box that is ticked. */
    public static final String TICKED = "true";

    private static final Set<String> CHOSEN = Set.of("select", "radio", "checklist", "taglist");

    public ChoiceField {
        options = List.copyOf(options);
    }

    /**
     * What can be chosen.
     *
     * @param label null for a box that can be ticked
     */
    public record Option(String value, @Nullable String label) {}

    static List<ChoiceField> of(JsonNode form) {
        var fields = new ArrayList<ChoiceField>();
        add(form, "", fields);
        return fields;
    }

    private static void add(JsonNode parent, String path, List<ChoiceField> fields) {
        for (var component : parent.path("components")) {
            var type = component.path("type").asText();
            var key = path + component.path("key").asText();
            if (CHOSEN.contains(type)) {
                fields.add(new ChoiceField(key, FormTexts.label(component, key), options(component)));
            } else if (type.equals("checkbox")) {
                var ticked = List.of(new Option(TICKED, null));
                fields.add(new ChoiceField(key, FormTexts.label(component, key), ticked));
            } else if (type.equals("group")) {
                var inside = component.path("path").asText();
                add(component, inside.isEmpty() ? path : path + inside + ".", fields);
            }
        }
    }

    private static List<Option> options(JsonNode component) {
        var options = new ArrayList<Option>();
        for (var option : component.path("values")) {
            var value = (option.isObject() ? option.path("value") : option).asText();
            if (!value.isEmpty()) {
                options.add(new Option(value, FormTexts.label(option, value)));
            }
        }
        return options;
    }
}
