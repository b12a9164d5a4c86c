package io.ringback.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The texts of a form in several languages. The form itself is written in one; the others are custom properties of its
 * components, which form editors show and keep: {@code label.fi}, {@code description.sv}, and {@code option.ORDER.fi} for
 * the option with the value {@code ORDER}. Where a language has no text, that of the form itself is shown.
 */
public final class FormTexts {

    /** The languages of the desk. */
    public static final List<String> LANGUAGES = List.of("en", "fi", "sv");

    static final String PROPERTIES = "properties";

    private static final String OPTION = "option";
    private static final Pattern NAME =
            Pattern.compile("(?s)(?<text>[A-Za-z]+)(?:\\.(?<option>.*))?\\.(?<language>[^.]*)");

    /** Where each text is in its component. */
    private static final Map<String, String> PLACES = Map.of(
            "label", "",
            "description", "",
            "text", "",
            "dateLabel", "",
            "timeLabel", "",
            "patternErrorMessage", "validate",
            "prefixAdorner", "appearance",
            "suffixAdorner", "appearance");

    private FormTexts() {}

    /** What a custom property says of a text; empty when it is about something else. */
    static Optional<Name> read(String property) {
        var name = NAME.matcher(property);
        if (!name.matches()) {
            return Optional.empty();
        }
        var option = Optional.ofNullable(name.group("option"));
        var text = name.group("text");
        var known = option.isPresent() ? text.equals(OPTION) : PLACES.containsKey(text);
        return known ? Optional.of(new Name(text, option, name.group("language"))) : Optional.empty();
    }

    /** What is wrong with the texts of a component, as the rest of a sentence about it. */
    public static List<String> complaints(JsonNode component) {
        var complaints = new ArrayList<String>();
        component
                .path(PROPERTIES)
                .fields()
                .forEachRemaining(property -> read(property.getKey())
                        .flatMap(name -> complaint(component, name, property.getKey(), property.getValue()))
                        .ifPresent(complaints::add));
        return complaints;
    }

    private static Optional<String> complaint(JsonNode component, Name name, String property, JsonNode text) {
        if (!LANGUAGES.contains(name.language)) {
            return Optional.of("property %s is in no language of the desk: end it in one of %s, in small letters"
                    .formatted(property, LANGUAGES));
        }
        if (!text.isTextual() || text.asText().isBlank()) {
            return Optional.of("property %s must be a text: write it, or take it away".formatted(property));
        }
        if (name.option.isPresent() && option(component, name.option.get()).isEmpty()) {
            return Optional.of(
                    "property %s is about an option that there is not: use the value of one".formatted(property));
        }
        if (name.option.isEmpty() && !place(component, name.text).hasNonNull(name.text)) {
            return Optional.of("property %s translates a text that there is not: give it a %s, or take it away"
                    .formatted(property, name.text));
        }
        return Optional.empty();
    }

    /** Whether anything in the form is said in this language. */
    static boolean speaks(JsonNode component, String language) {
        return StreamSupport.stream(children(component).spliterator(), false).anyMatch(child -> speaks(child, language))
                || StreamSupport.stream(properties(component).spliterator(), false)
                        .anyMatch(property -> read(property.getKey())
                                .filter(name -> name.language.equals(language))
                                .isPresent());
    }

    /** The form with what it says in this language put in the place of its own texts. */
    static JsonNode in(JsonNode form, String language) {
        var copy = form.deepCopy();
        translate(copy, language);
        return copy;
    }

    private static void translate(JsonNode component, String language) {
        for (var property : properties(component)) {
            read(property.getKey())
                    .filter(name -> name.language.equals(language))
                    .filter(name -> complaint(component, name, property.getKey(), property.getValue())
                            .isEmpty())
                    .ifPresent(name -> put(component, name, property.getValue().asText()));
        }
        children(component).forEach(child -> translate(child, language));
    }

    private static void put(JsonNode component, Name name, String text) {
        if (name.option.isPresent()) {
            var option = option(component, name.option.get()).orElseThrow();
            if (option.isObject()) {
                ((ObjectNode) option).put("label", text);
            } else {
                replace(component, option, text);
            }
        } else if (place(component, name.text) instanceof ObjectNode place) {
            place.put(name.text, text);
        }
    }

    /** An option that is nothing but its value gets a label. */
    private static void replace(JsonNode component, JsonNode option, String text) {
        if (component.path("values") instanceof ArrayNode values) {
            for (int i = 0; i < values.size(); i++) {
                if (values.get(i).equals(option)) {
                    values.set(i, values.objectNode().put("label", text).set("value", option));
                    return;
                }
            }
        }
    }

    private static JsonNode place(JsonNode component, String text) {
        var place = PLACES.getOrDefault(text, "");
        return place.isEmpty() ? component : component.path(place);
    }

    static Optional<JsonNode> option(JsonNode component, String value) {
        return StreamSupport.stream(component.path("values").spliterator(), false)
                .filter(option -> (option.isObject() ? option.path("value") : option)
                        .asText()
                        .equals(value))
                .findFirst();
    }

    /** How a component or an option is called; its key where only the browser works that out. */
    static String label(JsonNode named, String key) {
        return Stream.of("label", "dateLabel", "timeLabel")
                .map(name -> named.path(name).asText().strip())
                .filter(label -> !label.isEmpty() && !label.startsWith("=") && !label.contains("{{"))
                .findFirst()
                .orElse(key);
    }

    private static JsonNode children(JsonNode component) {
        return component.path("components");
    }

    private static List<Map.Entry<String, JsonNode>> properties(JsonNode component) {
        var properties = new ArrayList<Map.Entry<String, JsonNode>>();
        component.path(PROPERTIES).fields().forEachRemaining(properties::add);
        return properties;
    }

    /**
     * A text in a language.
     *
     * @param text the member of the component that is translated, or {@code option}
     * @param option the value of the option it is the label of
     */
    record Name(String text, Optional<String> option, String language) {}
}
