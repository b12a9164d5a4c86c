package io.ringback.process.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.ringback.process.check.rule.TextLength;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Says of a field of a form what would keep every answer to it from being saved. What is an expression is left out. */
final class FormLimits {

    /** Of a text that is saved, in characters. */
    private static final BigDecimal LONGEST_TEXT = BigDecimal.valueOf(4_000);

    private static final BigDecimal MOST_DIGITS = BigDecimal.valueOf(20);

    /** What a browser still counts exactly. */
    private static final BigDecimal LARGEST = BigDecimal.valueOf(9_007_199_254_740_991L);

    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]{1,20}(?:\\.[0-9]{1,20})?");
    private static final Set<String> TEXTS = Set.of("textfield", "textarea");
    private static final Set<String> CHOICES = Set.of("radio", "select", "checklist", "taglist");

    private final JsonNode component;
    private final JsonNode validate;
    private final String type;
    private final Consumer<String> complaints;

    private FormLimits(JsonNode component, Consumer<String> complaints) {
        this.component = component;
        this.validate = component.path("validate");
        this.type = component.path("type").asText();
        this.complaints = complaints;
    }

    /** @param complaints takes what is wrong, as what a finding says of the field */
    static void check(JsonNode component, Consumer<String> complaints) {
        new FormLimits(component, complaints).check();
    }

    private void check() {
        checkForms();
        if (TEXTS.contains(type)) {
            checkLengths();
        }
        if (type.equals("number")) {
            checkNumbers();
        }
        if (CHOICES.contains(type) && validate.path("required").asBoolean() && !hasOptions()) {
            complaints.accept("must be answered, but has no options: add some, or do not require it");
        }
    }

    /** Members of another form than the editor writes are not read, or break the viewer. */
    private void checkForms() {
        for (var member : List.of("validate", "conditional", "layout", "properties", "appearance")) {
            var value = component.path(member);
            if (!isMissing(value) && !value.isObject()) {
                complaints.accept("%s must be an object of members, not %s".formatted(member, said(value)));
            }
        }
        for (var member : List.of("label", "description", "key", "id", "path", "text")) {
            var value = component.path(member);
            if (!isMissing(value) && !value.isTextual()) {
                complaints.accept("%s must be a text, not %s".formatted(member, said(value)));
            }
        }
        var values = component.path("values");
        if (!isMissing(values) && !values.isArray()) {
            complaints.accept("values must be a list, not %s".formatted(said(values)));
        }
        var required = validate.path("required");
        if (!isMissing(required) && !required.isBoolean() && !isExpression(required)) {
            complaints.accept("required must be true or false, not %s".formatted(said(required)));
        }
    }

    private void checkLengths() {
        var least = count(validate.path("minLength"), "minLength", LARGEST);
        var most = count(validate.path("maxLength"), "maxLength", LARGEST);
        if (least != null && least.compareTo(LONGEST_TEXT) > 0) {
            complaints.accept("minLength %s is more than the %s characters that can be saved: lower it"
                    .formatted(least.toPlainString(), LONGEST_TEXT.toPlainString()));
        }
        checkOrder("minLength", least, "maxLength", most);
        if (most != null && most.signum() == 0 && validate.path("required").asBoolean()) {
            complaints.accept("must be answered, but with no characters (maxLength 0): raise it");
        }
    }

    private void checkNumbers() {
        var least = number(validate.path("min"), "min");
        var most = number(validate.path("max"), "max");
        checkOrder("min", least, "max", most);
        var digits = count(component.path("decimalDigits"), "decimalDigits", MOST_DIGITS);
        var step = number(component.path("increment"), "increment");
        if (step != null && step.signum() <= 0) {
            complaints.accept("increment must be more than 0, not %s".formatted(step.toPlainString()));
            step = null;
        }
        checkSteps(least, most, step, "increment " + (step == null ? "" : step.toPlainString()));
        if (digits != null) {
            checkSteps(least, most, BigDecimal.ONE.movePointLeft(digits.intValue()), "decimalDigits " + digits);
        }
    }

    private void checkOrder(String lower, @Nullable BigDecimal least, String upper, @Nullable BigDecimal most) {
        if (least != null && most != null && least.compareTo(most) > 0) {
            complaints.accept("%s %s is more than %s %s, so that nothing fits: change one of them"
                    .formatted(lower, least.toPlainString(), upper, most.toPlainString()));
        }
    }

    private void checkSteps(
            @Nullable BigDecimal least, @Nullable BigDecimal most, @Nullable BigDecimal step, String said) {
        if (least == null || most == null || step == null || least.compareTo(most) > 0) {
            return;
        }
        var first = least.divide(step, 0, RoundingMode.CEILING).multiply(step);
        if (first.compareTo(most) > 0) {
            complaints.accept("no number between min %s and max %s fits %s: change one of them"
                    .formatted(least.toPlainString(), most.toPlainString(), said));
        }
    }

    private @Nullable BigDecimal count(JsonNode value, String name, BigDecimal most) {
        var count = number(value, name);
        if (count == null
                || count.signum() >= 0 && count.stripTrailingZeros().scale() <= 0 && count.compareTo(most) <= 0) {
            return count;
        }
        complaints.accept("%s must be a whole number from 0 to %s, not %s"
                .formatted(name, most.toPlainString(), count.toPlainString()));
        return null;
    }

    /** Null when nothing is said, when only the browser knows, and when it is told of. */
    private @Nullable BigDecimal number(JsonNode value, String name) {
        if (isMissing(value) || isExpression(value)) {
            return null;
        }
        var number = read(value).filter(one -> one.abs().compareTo(LARGEST) <= 0);
        if (number.isEmpty()) {
            complaints.accept(
                    "%s must be a number of at most %s, not %s".formatted(name, LARGEST.toPlainString(), said(value)));
        }
        return number.orElse(null);
    }

    private static Optional<BigDecimal> read(JsonNode value) {
        if (value.isNumber()) {
            return Double.isFinite(value.doubleValue()) ? Optional.of(value.decimalValue()) : Optional.empty();
        }
        return value.isTextual() && NUMBER.matcher(value.asText()).matches()
                ? Optional.of(new BigDecimal(value.asText()))
                : Optional.empty();
    }

    private boolean hasOptions() {
        return !component.path("valuesExpression").asText().isEmpty()
                || !component.path("valuesKey").asText().isEmpty()
                || StreamSupport.stream(component.path("values").spliterator(), false)
                        .map(option -> option.isObject() ? option.path("value") : option)
                        .anyMatch(option ->
                                option.isValueNode() && !option.asText().isEmpty());
    }

    /** The editor writes nothing, null or an empty text for what is not set. */
    private static boolean isMissing(JsonNode value) {
        return value.isMissingNode()
                || value.isNull()
                || value.isTextual() && value.asText().isBlank();
    }

    private static boolean isExpression(JsonNode value) {
        return value.isTextual() && value.asText().startsWith("=");
    }

    private static String said(JsonNode value) {
        return TextLength.quoted(value.toString());
    }
}
