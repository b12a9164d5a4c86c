package io.ringback.form;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.Optional;
import java.util.function.Predicate;

/** Rules for texts, which are counted and matched as form-js does in the browser. */
final class TextRules {

    static final ValueRule TEXT = ValueRule.that(String.class::isInstance, "must be a text");
    static final ValueRule EMAIL = matching(
            "^[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?"
                    + "(?:\\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*$",
            "must be an e-mail address");

    /** The browser knows the country codes, too. */
    static final ValueRule PHONE =
            matching("(\\+|00)[1-9][0-9]{5,30}$", "must be an international phone number like +358401234567");

    private static final int LONGEST_PATTERN = 1_000;
    private static final long MOST_REPETITIONS = 100_000;
    private static final java.util.regex.Pattern COUNT =
            java.util.regex.Pattern.compile("\\{(\\d{1,9})(?:,(\\d{0,9}))?}");
    private static final java.util.regex.Pattern UNICODE_ESCAPE =
            java.util.regex.Pattern.compile("((?<!\\\\)(?:\\\\\\\\)*)\\\\u([0-9A-Fa-f]{4})");

    private TextRules() {}

    static ValueRule atLeast(int characters) {
        return text(value -> length(value) >= characters, "must have at least %s characters".formatted(characters));
    }

    static ValueRule atMost(int characters) {
        return text(value -> length(value) <= characters, "must have at most %s characters".formatted(characters));
    }

    /**
     * The pattern of a form, in time that grows only with the text. What only the browser can match (look-around, back
     * references), and what would take much memory, is left to the browser.
     */
    static Optional<ValueRule> pattern(String pattern, String expected) {
        if (pattern.length() > LONGEST_PATTERN || repetitions(pattern) > MOST_REPETITIONS) {
            return Optional.empty();
        }
        try {
            return Optional.of(matching(UNICODE_ESCAPE.matcher(pattern).replaceAll("$1\\\\x{$2}"), expected));
        } catch (PatternSyntaxException e) {
            return Optional.empty();
        }
    }

    private static ValueRule matching(String pattern, String expected) {
        var compiled = Pattern.compile(pattern);
        return text(value -> compiled.matcher(value).find(), expected);
    }

    private static ValueRule text(Predicate<String> holds, String expected) {
        return ValueRule.that(answer -> answer instanceof String value && holds.test(value), expected);
    }

    /** How often the pattern may repeat something at most, were its counts inside each other. */
    private static long repetitions(String pattern) {
        long product = 1;
        var counts = COUNT.matcher(pattern);
        while (counts.find() && product <= MOST_REPETITIONS) {
            var most = counts.group(2) == null || counts.group(2).isEmpty() ? counts.group(1) : counts.group(2);
            product *= Math.max(1, Long.parseLong(most));
        }
        return product;
    }

    /** Without the white space around it, as JavaScript trims. */
    private static int length(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isSpace(text.charAt(from))) {
            from++;
        }
        while (from < to && isSpace(text.charAt(to - 1))) {
            to--;
        }
        return to - from;
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\ufeff';
    }
}
