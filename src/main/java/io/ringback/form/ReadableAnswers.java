package io.ringback.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Answers with the labels of the form they were given to, in its order. What was left empty is left out; what the form does
 * not know comes last under its key, so that nothing that was answered is lost from sight.
 */
final class ReadableAnswers {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String WITHIN = " \u203a ";

    private final Locale locale;
    private final List<Answer> found = new ArrayList<>();

    private ReadableAnswers(Locale locale) {
        this.locale = locale;
    }

    /** @param form null when there is none any more */
    static List<Answer> of(@Nullable Form form, Map<String, Object> answers, Locale locale) {
        var readable = new ReadableAnswers(locale);
        ObjectNode rest = JSON.valueToTree(answers);
        if (form != null) {
            readable.components(FormTexts.in(form.tree(), locale.getLanguage()), rest, "");
        }
        readable.rest(rest, "");
        return readable.found;
    }

    private void components(JsonNode parent, ObjectNode answers, String around) {
        parent.path("components").forEach(component -> component(component, answers, around));
    }

    private void component(JsonNode component, ObjectNode answers, String around) {
        var type = component.path("type").asText();
        if (type.equals("group")) {
            var path = component.path("path").asText();
            var inside = path.isEmpty() ? answers : at(answers, path);
            if (inside instanceof ObjectNode members) {
                components(component, members, around + within(component));
            }
        } else if (type.equals("dynamiclist")) {
            rows(component, answers, around);
        } else if (FormField.Type.of(type).isPresent()) {
            var key = component.path("key").asText();
            var answer = take(answers, key);
            if (answer != null && !isNothing(answer)) {
                found.add(new Answer(around + FormTexts.label(component, key), text(component, type, answer)));
            }
        }
    }

    private void rows(JsonNode list, ObjectNode answers, String around) {
        var rows = at(answers, list.path("path").asText());
        var name = FormTexts.label(list, list.path("path").asText());
        int number = 0;
        for (var row : rows == null ? List.<JsonNode>of() : rows) {
            number++;
            if (row instanceof ObjectNode members) {
                components(list, members, "%s%s %s%s".formatted(around, name, number, WITHIN));
            }
        }
    }

    private void rest(JsonNode answers, String path) {
        answers.fields().forEachRemaining(answer -> {
            var name = path + answer.getKey();
            var value = answer.getValue();
            if (value.isObject()) {
                rest(value, name + ".");
            } else if (!isNothing(value) && !isRowsOfNothing(value)) {
                found.add(new Answer(name, value.isBoolean() ? null : plain(value)));
            }
        });
    }

    /** Rows that were read already are left behind as empty ones. */
    private static boolean isRowsOfNothing(JsonNode value) {
        return value.isArray()
                && StreamSupport.stream(value.spliterator(), false).allMatch(row -> row.isObject() && row.isEmpty());
    }

    private @Nullable String text(JsonNode component, String type, JsonNode answer) {
        if (answer.isArray()) {
            return StreamSupport.stream(answer.spliterator(), false)
                    .map(one -> option(component, one))
                    .collect(Collectors.joining(", "));
        }
        return switch (type) {
            case "checkbox" -> answer.isBoolean() ? null : plain(answer);
            case "radio", "select", "checklist", "taglist" -> option(component, answer);
            case "datetime" -> ReadableTimes.of(answer.asText(), locale);
            default -> plain(answer);
        };
    }

    private static String option(JsonNode component, JsonNode answer) {
        return FormTexts.option(component, answer.asText())
                .map(option -> FormTexts.label(option, plain(answer)))
                .orElseGet(() -> plain(answer));
    }

    private static String within(JsonNode group) {
        var label = FormTexts.label(group, "");
        return label.isEmpty() ? "" : label + WITHIN;
    }

    private static String plain(JsonNode value) {
        return value.isValueNode() ? value.asText() : value.toString();
    }

    private static @Nullable JsonNode at(ObjectNode answers, String path) {
        JsonNode at = answers;
        for (var part : path.split("\\.", -1)) {
            at = at.path(part);
        }
        return at.isMissingNode() ? null : at;
    }

    /** The answer under a key, which may lead through groups; it is gone from the answers then. */
    private static @Nullable JsonNode take(ObjectNode answers, String key) {
        var last = key.lastIndexOf('.');
        var parent = last < 0 ? answers : at(answers, key.substring(0, last));
        return parent instanceof ObjectNode members ? members.remove(key.substring(last + 1)) : null;
    }

    private static boolean isNothing(JsonNode value) {
        return value.isNull()
                || value.isBoolean() && !value.asBoolean()
                || value.isTextual() && value.asText().isBlank()
                || value.isContainerNode() && value.isEmpty();
    }
}
