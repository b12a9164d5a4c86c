package io.ringback.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Reads what a component of a form-js schema allows as its answer. What is an expression there is known in the browser
 * only, and not checked here.
 */
final class FieldReader {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JsonNode component;
    private final JsonNode validate;
    private final FormField.Type type;

    private FieldReader(JsonNode component, FormField.Type type) {
        this.component = component;
        this.validate = component.path("validate");
        this.type = type;
    }

    /** @param always whether nothing around the field may hide it */
    static FormField read(JsonNode component, FormField.Type type, boolean always) {
        return new FieldReader(component, type).field(always);
    }

    private FormField field(boolean always) {
        var rules = new ArrayList<ValueRule>();
        rules.add(typeRule());
        if (type == FormField.Type.NUMBER) {
            numberRules(rules);
        }
        bound("min").map(NumberRules::atLeast).ifPresent(rules::add);
        bound("max").map(NumberRules::atMost).ifPresent(rules::add);
        if (type == FormField.Type.TEXTFIELD || type == FormField.Type.TEXTAREA) {
            textRules(rules);
        }
        var demanded = always && validate.path("required").asBoolean() && canBeFilledIn();
        return new FormField(type, demanded, rules, mostChosen());
    }

    private Object mostChosen() {
        var known = options().orElse(List.of());
        return switch (type) {
            case CHECKLIST, TAGLIST -> known;
            case RADIO, SELECT ->
                known.stream()
                        .max(Comparator.comparingInt(FormAnswersSize::bytes))
                        .orElse("");
            default -> "";
        };
    }

    private ValueRule typeRule() {
        return switch (type) {
            case TEXTFIELD, TEXTAREA -> TextRules.TEXT;
            case NUMBER ->
                component.path("serializeToString").asBoolean() ? NumberRules.NUMBER_OR_TEXT : NumberRules.NUMBER;
            case DATETIME -> TimeRules.of(component.path("subtype").asText());
            case CHECKBOX -> ChoiceRules.YES_OR_NO;
            case CHECKLIST, TAGLIST -> ChoiceRules.someOf(options());
            case RADIO, SELECT -> ChoiceRules.oneOf(options());
        };
    }

    private void numberRules(List<ValueRule> rules) {
        number(component.path("decimalDigits"))
                .filter(digits -> digits.signum() >= 0 && digits.compareTo(BigDecimal.valueOf(1_000)) < 0)
                .ifPresent(digits -> rules.add(NumberRules.decimalDigits(digits.intValue())));
        number(component.path("increment"))
                .filter(step -> step.signum() > 0)
                .ifPresent(step -> rules.add(NumberRules.multipleOf(step)));
    }

    private void textRules(List<ValueRule> rules) {
        length("minLength").ifPresent(characters -> rules.add(TextRules.atLeast(characters)));
        length("maxLength").ifPresent(characters -> rules.add(TextRules.atMost(characters)));
        switch (validate.path("validationType").asText()) {
            case "email" -> rules.add(TextRules.EMAIL);
            case "phone" -> rules.add(TextRules.PHONE);
            default -> {
                /* the form's own pattern, or none */
            }
        }
        var pattern = validate.path("pattern").asText("");
        if (!pattern.isEmpty()) {
            var message = validate.path("patternErrorMessage").asText("");
            TextRules.pattern(pattern, message.isEmpty() ? "must match the pattern " + pattern : message)
                    .ifPresent(rules::add);
        }
    }

    /** Not when it is read-only, when the form may hide it, or when its options come from where the server sees none. */
    private boolean canBeFilledIn() {
        var readonly = component.path("readonly");
        return !component.path("disabled").asBoolean()
                && !(readonly.isTextual() || readonly.asBoolean())
                && !mayBeHidden(component)
                && !hasForeignOptions();
    }

    private boolean hasForeignOptions() {
        return !component.path("valuesKey").asText("").isEmpty()
                || !component.path("valuesExpression").asText("").isEmpty();
    }

    /** Whether the component has a condition for hiding it, which only the browser can judge. */
    static boolean mayBeHidden(JsonNode component) {
        return !component.path("conditional").path("hide").asText("").isEmpty();
    }

    private Optional<List<Object>> options() {
        if (hasForeignOptions()) {
            return Optional.empty();
        }
        var options = new ArrayList<Object>();
        component.path("values").forEach(option -> {
            var value = option.isObject() ? option.path("value") : option;
            var plain = JSON.convertValue(value, Object.class);
            if (plain != null && ChoiceRules.isOption(plain)) {
                options.add(plain);
            }
        });
        return Optional.of(options);
    }

    private Optional<Integer> length(String name) {
        return number(validate.path(name))
                .filter(length -> length.signum() >= 0 && length.compareTo(BigDecimal.valueOf(1_000_000)) < 0)
                .map(BigDecimal::intValue);
    }

    private Optional<BigDecimal> bound(String name) {
        return type == FormField.Type.NUMBER ? number(validate.path(name)) : Optional.empty();
    }

    private static Optional<BigDecimal> number(JsonNode node) {
        return node.isValueNode() ? NumberRules.decimal(JSON.convertValue(node, Object.class)) : Optional.empty();
    }
}
