package io.ringback.form;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.ringback.form.FormNode.Members;
import io.ringback.form.FormNode.Rows;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which answers a form allows, and where: under the keys of its fields, and the paths of groups and dynamic lists. */
public final class FormSchema {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Members answers = new Members();

    private FormSchema() {}

    /**
     * Reads a schema of form-js. What it does not know is left out.
     *
     * @throws IllegalArgumentException when it is no JSON
     */
    public static FormSchema parse(String json) {
        try {
            var schema = new FormSchema();
            JSON.readTree(json).path("components").forEach(component -> add(component, schema.answers, true));
            return schema;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not readable as JSON", e);
        }
    }

    /** Why answers to this form could not be kept even if nobody typed a word; empty when they can. */
    public Optional<String> complaint() {
        return FormAnswersSize.complaint(mostChosen(answers));
    }

    private static Map<String, Object> mostChosen(Members members) {
        var answers = new LinkedHashMap<String, Object>();
        members.byName().forEach((name, node) -> answers.put(name, mostChosen(node)));
        return answers;
    }

    private static Object mostChosen(FormNode node) {
        if (node instanceof FormField field) {
            return field.mostChosen();
        }
        return node instanceof Rows rows ? List.of(mostChosen(rows.row())) : mostChosen((Members) node);
    }

    Members answers() {
        return answers;
    }

    /** @param always whether nothing around the component may hide it */
    private static void add(JsonNode component, Members around, boolean always) {
        var type = component.path("type").asText();
        switch (type) {
            case "group" -> addAll(component, around.at(path(component, "path")), always);
            case "dynamiclist" -> addRows(component, around, always);
            default ->
                FormField.Type.of(type)
                        .ifPresent(known -> put(component, "key", around, FieldReader.read(component, known, always)));
        }
    }

    private static void addRows(JsonNode list, Members around, boolean always) {
        var row = new Members();
        put(list, "path", around, new Rows(row));
        addAll(list, row, always);
    }

    private static void addAll(JsonNode parent, @Nullable Members members, boolean always) {
        if (members != null) {
            var still = always && !FieldReader.mayBeHidden(parent);
            parent.path("components").forEach(component -> add(component, members, still));
        }
    }

    private static void put(JsonNode component, String property, Members around, FormNode node) {
        var path = path(component, property);
        var parent = path.isEmpty() ? null : around.at(path.subList(0, path.size() - 1));
        if (parent != null) {
            parent.byName().putIfAbsent(path.get(path.size() - 1), node);
        }
    }

    private static List<String> path(JsonNode component, String property) {
        var path = component.path(property).asText("");
        return path.isEmpty() ? List.of() : List.of(path.split("\\.", -1));
    }
}
