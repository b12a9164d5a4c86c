package io.ringback.process;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Allows form-js schemas of plain input and layout components: nothing that loads or runs foreign content. */
class FormCheck {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final Pattern ID = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,63}");
    private static final Set<String> INPUTS = Set.of(
            "textfield", "textarea", "number", "datetime", "checkbox", "checklist", "radio", "select", "taglist");
    private static final Set<String> LAYOUT =
            Set.of("text", "group", "dynamiclist", "separator", "spacer", "table", "button");

    private final String resourceName;
    private final List<Finding> findings = new ArrayList<>();
    private final Set<String> keys = new HashSet<>();

    FormCheck(String resourceName) {
        this.resourceName = resourceName;
    }

    List<Finding> check(byte[] content) {
        try {
            checkForm(JSON.readTree(content));
        } catch (IOException e) {
            report(
                    resourceName,
                    "not readable as JSON: export it again from the form editor (%s)",
                    String.valueOf(e.getMessage()));
        }
        return findings;
    }

    private void checkForm(JsonNode form) {
        var id = form.path("id").asText();
        if (!ID.matcher(id).matches()) {
            report(resourceName, "id '%s' must be a letter followed by at most 63 letters, digits, _ or -", id);
        }
        if (!form.path("type").asText().equals("default")) {
            report(resourceName, "type must be \"default\"");
        }
        if (!form.path("components").isArray()) {
            report(resourceName, "components must be a list: add one, even if empty");
        }
        form.path("components").forEach(this::checkComponent);
    }

    private void checkComponent(JsonNode component) {
        var type = component.path("type").asText();
        var key = component.path("key").asText();
        var name = component.path("id").asText(key.isEmpty() ? resourceName : key);
        if (!INPUTS.contains(type) && !LAYOUT.contains(type)) {
            report(
                    name,
                    "component type '%s' is not allowed: use one of %s or %s",
                    type,
                    sorted(INPUTS),
                    sorted(LAYOUT));
        }
        if (INPUTS.contains(type) && key.isEmpty()) {
            report(name, "has no key: give it one, its value is saved under it");
        }
        if (type.equals("dynamiclist") && component.path("path").asText().isEmpty()) {
            report(name, "has no path: give it one, its entries are saved under it");
        }
        if (!key.isEmpty() && !keys.add(key)) {
            report(name, "key '%s' is used twice: give each field its own", key);
        }
        component.path("components").forEach(this::checkComponent);
    }

    private static List<String> sorted(Set<String> names) {
        return names.stream().sorted().toList();
    }

    private void report(String elementId, String message, Object... arguments) {
        findings.add(new Finding(elementId, message.formatted(arguments)));
    }
}
