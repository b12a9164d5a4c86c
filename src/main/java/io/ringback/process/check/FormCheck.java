package io.ringback.process.check;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.ringback.form.FormPatterns;
import io.ringback.form.FormSchema;
import io.ringback.form.FormTexts;
import io.ringback.process.check.rule.Finding;
import io.ringback.process.check.rule.Findings;
import io.ringback.process.check.rule.Rule;
import io.ringback.process.check.rule.TextLength;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
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
    static final Set<String> INPUTS = Set.of(
            "textfield", "textarea", "number", "datetime", "checkbox", "checklist", "radio", "select", "taglist");
    static final Set<String> LAYOUT = Set.of("text", "group", "dynamiclist", "separator", "spacer", "table", "button");

    private static final int MOST_COMPONENTS = 1_000;

    /** In levels of the file: a group has two. */
    private static final int DEEPEST = 24;

    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final Set<String> OF_JAVASCRIPT = Set.of(
            "__proto__",
            "__defineGetter__",
            "__defineSetter__",
            "__lookupGetter__",
            "__lookupSetter__",
            "constructor",
            "hasOwnProperty",
            "isPrototypeOf",
            "propertyIsEnumerable",
            "prototype",
            "toLocaleString",
            "toString",
            "valueOf");

    private final String resourceName;
    private final Findings findings;
    private final Set<String> keys = new HashSet<>();
    private final Set<String> ids = new HashSet<>();
    private int components;

    FormCheck(String resourceName) {
        this.resourceName = resourceName;
        this.findings = new Findings(resourceName);
    }

    List<Finding> check(byte[] content) {
        try {
            var form = JSON.readTree(utf8(content));
            checkForm(form);
            checkSize(form);
        } catch (IOException e) {
            report(
                    resourceName,
                    "not readable as JSON in UTF-8: export it again from the form editor (%s)",
                    String.valueOf(e.getMessage()));
        }
        return findings.all();
    }

    /** The desk reads nothing else, whatever the first bytes say. */
    private static String utf8(byte[] content) throws CharacterCodingException {
        return UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
    }

    private void checkForm(JsonNode form) {
        var id = form.path("id").asText();
        if (!ID.matcher(id).matches()) {
            report(resourceName, "id '%s' must be a letter followed by at most 63 letters, digits, _ or -", id);
        }
        if (!form.path("type").asText().equals("default")) {
            report(resourceName, "type must be \"default\"");
        }
        var version = form.path("schemaVersion");
        if (form.has("schemaVersion") && !(version.isInt() && version.intValue() >= 1)) {
            report(
                    resourceName,
                    "schemaVersion must be a whole number from 1 on, not %s: export the form again",
                    TextLength.quoted(version.toString()));
        }
        if (!form.path("components").isArray()) {
            report(resourceName, "components must be a list: add one, even if empty");
        }
        form.path("components").forEach(component -> checkComponent(component, ""));
        if (components > MOST_COMPONENTS) {
            report(Rule.TOO_COMPLEX, resourceName, "has more than %d components: split the form", MOST_COMPONENTS);
        }
        form.fields().forEachRemaining(member -> checkMember(resourceName, member.getKey(), member.getValue(), 0));
    }

    private void checkSize(JsonNode form) {
        FormSchema.parse(form.toString())
                .complaint()
                .ifPresent(complaint -> report(
                        resourceName, "its answers could never be saved, since they %s: ask for less", complaint));
    }

    /** @param around the path of what is around the component, with a dot at its end; empty for the form itself */
    private void checkComponent(JsonNode component, String around) {
        if (++components > MOST_COMPONENTS) {
            return;
        }
        var type = component.path("type").asText();
        var key = component.path("key").asText();
        var name = component.path("id").asText(key.isEmpty() ? resourceName : key);
        checkId(component, name);
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
        checkName(name, key);
        checkName(name, component.path("path").asText());
        checkPlace(name, key, around + key);
        checkOptions(name, component.path("values"));
        FormPatterns.complaint(component.path("validate").path("pattern").asText())
                .ifPresent(complaint -> report(name, "its pattern is no regular expression: it %s", complaint));
        FormLimits.check(component, complaint -> report(name, "%s", complaint));
        FormContents.check(component, complaint -> report(name, "%s", complaint));
        FormTexts.complaints(component).forEach(complaint -> report(name, "%s", complaint));
        var inside = inside(component, around);
        component.path("components").forEach(child -> checkComponent(child, inside));
    }

    private void checkId(JsonNode component, String name) {
        var id = component.path("id").asText();
        if (!id.isEmpty() && !ids.add(id)) {
            report(Rule.DUPLICATE_ID, id, "the id %s is used twice: give each component its own", id);
        }
        if (component.has("valuesKey") && !component.has("values") && !component.has("valuesExpression")) {
            report(name, "takes its choices from data, of which the desk has none: write them into the form");
        }
    }

    /** The members of a component, whatever they are called: names, depth, and what the browser works out. */
    private void checkMember(String element, String member, JsonNode value, int depth) {
        if (OF_JAVASCRIPT.contains(member)) {
            report(element, "'%s' cannot be used as a name, since it means something in JavaScript: rename it", member);
        }
        if (depth > DEEPEST) {
            report(Rule.TOO_COMPLEX, element, "is nested more than %d levels deep: flatten it", DEEPEST);
            return;
        }
        FormExpressions.complaint(member, value).ifPresent(complaint -> report(element, "%s: %s", member, complaint));
        if (value.isArray()) {
            value.forEach(entry -> checkMember(element, member, entry, depth + 1));
        }
        if (value.isObject()) {
            var inside = value.path("id").isTextual() ? value.path("id").asText() : element;
            value.fields().forEachRemaining(entry -> checkMember(inside, entry.getKey(), entry.getValue(), depth + 1));
        }
    }

    private static String inside(JsonNode component, String around) {
        var path = component.path("path").asText();
        return path.isEmpty() ? around : around + path + ".";
    }

    /** The viewer keeps answers in objects of JavaScript, which have members of their own, and takes numbers for places. */
    private void checkName(String element, String name) {
        for (var part : name.isEmpty() ? new String[0] : name.split("\\.", -1)) {
            if (part.isEmpty()) {
                report(element, "'%s' has a dot without a name beside it: take it away", name);
            } else if (OF_JAVASCRIPT.contains(part) || NUMBER.matcher(part).matches()) {
                report(
                        element,
                        "'%s' cannot be used as a name, since it means something in JavaScript: rename it",
                        part);
            }
        }
    }

    private void checkPlace(String element, String key, String place) {
        if (key.isEmpty()) {
            return;
        }
        if (keys.stream().anyMatch(other -> other.startsWith(place + ".") || place.startsWith(other + "."))) {
            report(element, "key '%s' is a field and leads to one: give each field a place of its own", key);
        }
        if (!keys.add(place)) {
            report(element, "key '%s' is used twice: give each field its own", key);
        }
    }

    private void checkOptions(String element, JsonNode options) {
        var values = new HashSet<String>();
        for (var option : options) {
            var value = (option.isObject() ? option.path("value") : option).asText();
            if (!value.isEmpty() && !values.add(value)) {
                report(element, "two of its options have the value '%s': give each option its own", value);
            }
        }
    }

    private static List<String> sorted(Set<String> names) {
        return names.stream().sorted().toList();
    }

    private void report(String elementId, String message, Object... arguments) {
        report(Rule.FORM, elementId, message, arguments);
    }

    private void report(Rule rule, String elementId, String message, Object... arguments) {
        findings.report(elementId, rule, message.formatted(arguments));
    }
}
