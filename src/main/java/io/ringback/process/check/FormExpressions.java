package io.ringback.process.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.ringback.process.check.feel.FeelFunctions;
import io.ringback.process.check.feel.FeelTokens;
import io.ringback.process.check.feel.FeelUnreadable;
import io.ringback.process.check.rule.TextLength;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Looks at the FEEL in a form, which the agent's browser works out at each key: it must be done at once. */
final class FormExpressions {

    private static final Set<String> LOOPS = Set.of("for", "some", "every", "function", "external", "**");

    /** Words that may stand before a parenthesis, and call nothing. */
    private static final Set<String> KEYWORDS = Set.of("if", "then", "else", "and", "or", "in", "between", "return");

    /** Those of decisions, and what else is done as soon as it has looked at what it is given. */
    private static final Set<String> FUNCTIONS = functions();

    /** Texts that are what they are. */
    private static final Set<String> NOT_WORKED_OUT =
            Set.of("id", "key", "path", "type", "value", "pattern", "defaultValue", "row");

    private static final Pattern TEMPLATE = Pattern.compile("\\{\\{(?<inside>.*?)}}", Pattern.DOTALL);
    private static final Pattern SECTION = Pattern.compile("^\\s*(?:[#/](?:if|loop|else)\\b|[#/^])");

    private static final Pattern TEXT = Pattern.compile("\"(?:\\\\.|[^\"\\\\])*\"");
    private static final Pattern RANGE_TO_LOOK_INTO = Pattern.compile("\\bin\\s*[\\[\\](][^\\[\\]()]*?\\.\\.");

    private FormExpressions() {}

    private static Set<String> functions() {
        var functions = new HashSet<>(FeelFunctions.names());
        functions.addAll(Set.of(
                "count",
                "sum",
                "mean",
                "string join",
                "substring",
                "now",
                "today",
                "date",
                "time",
                "date and time",
                "duration",
                "is defined",
                "decimal",
                "round up",
                "round down",
                "all",
                "any",
                "append",
                "concatenate",
                "distinct values",
                "index of",
                "day of week",
                "get value",
                "is empty"));
        return Set.copyOf(functions);
    }

    /** What is wrong with an expression of this member of a component, to come after its id; empty if nothing is. */
    static Optional<String> complaint(String member, JsonNode value) {
        if (!value.isTextual() || NOT_WORKED_OUT.contains(member)) {
            return Optional.empty();
        }
        var text = value.asText();
        if (text.startsWith("=")) {
            return complaint(text.substring(1));
        }
        var templates = TEMPLATE.matcher(text);
        while (templates.find()) {
            var complaint = complaint(SECTION.matcher(templates.group("inside")).replaceFirst(""));
            if (complaint.isPresent()) {
                return complaint;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> complaint(String expression) {
        if (RANGE_TO_LOOK_INTO
                .matcher(TEXT.matcher(expression).replaceAll(""))
                .replaceAll("")
                .contains("..")) {
            return said(expression, "counts through a range: a range may only stand behind in");
        }
        try {
            var tokens = new FeelTokens(expression);
            var words = new StringBuilder();
            var order = new WordOrder(expression);
            while (!tokens.next().isEmpty()) {
                var token = tokens.take();
                order.add(token);
                if (LOOPS.contains(token)) {
                    return said(
                            expression, "uses '%s': loops and functions of one's own are not allowed".formatted(token));
                }
                if (token.equals("(") && !words.isEmpty() && !isKnown(words.toString())) {
                    return said(
                            expression,
                            "calls %s: use one of %s"
                                    .formatted(
                                            words, FUNCTIONS.stream().sorted().toList()));
                }
                if (Character.isLetter(token.codePointAt(0))) {
                    words.append(words.isEmpty() ? "" : " ").append(token);
                } else {
                    words.setLength(0);
                }
            }
            order.end();
            return Optional.empty();
        } catch (FeelUnreadable e) {
            return said(expression, String.valueOf(e.getMessage()));
        }
    }

    private static boolean isKnown(String words) {
        var last = words.substring(words.lastIndexOf(' ') + 1);
        return KEYWORDS.contains(last)
                || FUNCTIONS.stream().anyMatch(name -> words.equals(name) || words.endsWith(" " + name));
    }

    private static Optional<String> said(String expression, String why) {
        return Optional.of(
                "expression '%s' is not allowed, since it %s".formatted(TextLength.quoted(expression.strip()), why));
    }
}
