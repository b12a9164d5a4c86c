package io.ringback.form;

import java.util.Optional;
import java.util.function.Predicate;

/** Rules for texts, which are counted and matched as form-js does in the browser. */
final class TextRules {

    static final ValueRule TEXT = ValueRule.that(String.class::isInstance, "must be a text");
    static final ValueRule EMAIL = own(
            "^[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?"
                    + "(?:\\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*$",
            "must be an e-mail address");

    /** The browser knows the country codes, too. */
    static final ValueRule PHONE =
            own("(\\+|00)[1-9][0-9]{5,30}$", "must be an international phone number like +358401234567");

    private TextRules() {}

    static ValueRule atLeast(int characters) {
        return text(value -> length(value) >= characters, "must have at least %s characters".formatted(characters));
    }

    static ValueRule atMost(int characters) {
        return text(value -> length(value) <= characters, "must have at most %s characters".formatted(characters));
    }

    /** The pattern of a form; empty when only the browser can match it, which also says what it refuses. */
    static Optional<ValueRule> pattern(String pattern, String expected) {
        try {
            return JavaScriptPattern.of(pattern).map(matches -> text(matches, expected));
        } catch (IllegalArgumentException deployedByAnEarlierVersion) {
            return Optional.empty();
        }
    }

    private static ValueRule own(String pattern, String expected) {
        return text(JavaScriptPattern.of(pattern).orElseThrow(), expected);
    }

    private static ValueRule text(Predicate<String> holds, String expected) {
        return ValueRule.that(answer -> answer instanceof String value && holds.test(value), expected);
    }

    /** Without the white space around it, as JavaScript trims. */
    private static int length(String text) {
        int from = 0;
        var to = text.length();
        while (from < to && CodeUnits.SPACE.contains(text.charAt(from))) {
            from++;
        }
        while (from < to && CodeUnits.SPACE.contains(text.charAt(to - 1))) {
            to--;
        }
        return to - from;
    }
}
