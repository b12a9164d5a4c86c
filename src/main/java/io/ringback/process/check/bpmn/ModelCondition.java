package io.ringback.process.check.bpmn;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the conditions a model may hold: variables and their comparisons with literals, joined by {@code and}, {@code or},
 * {@code not} and parentheses, in words or in signs. Nothing is evaluated.
 */
final class ModelCondition {

    /**
     * A place where a condition asks for a variable.
     *
     * @param operator one of == != &lt; &lt;= &gt; &gt;= in signs; {@code empty}; or nothing when the variable itself is the
     *     condition
     * @param literal what it is compared with, as it is written: {@code 'BUSY'}, {@code 3}, {@code true}, {@code null}; empty
     *     when it is compared with nothing
     */
    record Asked(String variable, String operator, String literal) {}

    private static final int MOST_CHARACTERS = 2_000;
    private static final int MOST_TOKENS = 400;
    private static final int MOST_PARENTHESES = 20;
    private static final Pattern TOKEN =
            Pattern.compile("\\s*(?:(?<sign>\\(|\\)|&&|\\|\\||==|!=|<=|>=|<|>|!)|(?<word>[A-Za-z_][A-Za-z0-9_]*)"
                    + "|(?<literal>'[^'\\\\{}#$]*'|\"[^\"\\\\{}#$]*\"|-?[0-9]+(?:\\.[0-9]+)?))");
    private static final Map<String, String> SIGNS = Map.of(
            "eq", "==", "ne", "!=", "lt", "<", "le", "<=", "gt", ">", "ge", ">=", "and", "&&", "or", "||", "not", "!");
    private static final Map<String, String> TURNED =
            Map.of("==", "==", "!=", "!=", "<", ">", "<=", ">=", ">", "<", ">=", "<=");
    private static final Set<String> CONSTANTS = Set.of("true", "false", "null");

    /** Words that JUEL keeps for itself, beside those of {@link #SIGNS}. */
    private static final Set<String> RESERVED = Set.of("empty", "div", "mod", "instanceof");

    private static final class Unreadable extends Exception {}

    private final List<String> tokens;
    private final List<Asked> asked = new ArrayList<>();
    private int at;
    private int parentheses;

    private ModelCondition(List<String> tokens) {
        this.tokens = tokens;
    }

    /**
     * What the condition asks for, in its order.
     *
     * @param text what stands between the braces of an expression
     * @return empty when it is none of the conditions that are allowed
     */
    static Optional<List<Asked>> read(String text) {
        try {
            var condition = new ModelCondition(tokens(text));
            condition.either();
            return condition.next().isEmpty() && !condition.asked.isEmpty()
                    ? Optional.of(List.copyOf(condition.asked))
                    : Optional.empty();
        } catch (Unreadable e) {
            return Optional.empty();
        }
    }

    private static List<String> tokens(String text) throws Unreadable {
        var tokens = new ArrayList<String>();
        var rest = text.strip();
        var matcher = TOKEN.matcher(rest);
        int at = 0;
        while (at < rest.length()) {
            if (rest.length() > MOST_CHARACTERS
                    || tokens.size() == MOST_TOKENS
                    || !matcher.region(at, rest.length()).lookingAt()) {
                throw new Unreadable();
            }
            tokens.add(token(matcher));
            at = matcher.end();
        }
        return tokens;
    }

    private static String token(Matcher matcher) {
        var word = matcher.group("word");
        return word == null ? matcher.group().strip() : SIGNS.getOrDefault(word, word);
    }

    private void either() throws Unreadable {
        both();
        while (takes("||")) {
            both();
        }
    }

    private void both() throws Unreadable {
        one();
        while (takes("&&")) {
            one();
        }
    }

    private void one() throws Unreadable {
        if (takes("!")) {
            one();
        } else if (takes("(")) {
            if (++parentheses > MOST_PARENTHESES) {
                throw new Unreadable();
            }
            either();
            expect(")");
        } else if (takes("empty")) {
            asked.add(new Asked(variable(), "empty", ""));
        } else {
            comparison();
        }
    }

    private void comparison() throws Unreadable {
        if (isLiteral(next())) {
            var literal = take();
            var operator = operator();
            asked.add(new Asked(variable(), TURNED.getOrDefault(operator, operator), literal));
            return;
        }
        var variable = variable();
        if (!TURNED.containsKey(next())) {
            asked.add(new Asked(variable, "", ""));
            return;
        }
        var operator = operator();
        if (!isLiteral(next())) {
            throw new Unreadable();
        }
        asked.add(new Asked(variable, operator, take()));
    }

    private String operator() throws Unreadable {
        if (!TURNED.containsKey(next())) {
            throw new Unreadable();
        }
        return take();
    }

    private String variable() throws Unreadable {
        var word = next();
        if (word.isEmpty() || !Character.isLetter(word.charAt(0)) && word.charAt(0) != '_') {
            throw new Unreadable();
        }
        if (CONSTANTS.contains(word) || RESERVED.contains(word) || AllowedExpression.ENGINE_OBJECTS.contains(word)) {
            throw new Unreadable();
        }
        return take();
    }

    private static boolean isLiteral(String token) {
        return CONSTANTS.contains(token)
                || !token.isEmpty() && ("'\"-".indexOf(token.charAt(0)) >= 0 || Character.isDigit(token.charAt(0)));
    }

    private String next() {
        return at < tokens.size() ? tokens.get(at) : "";
    }

    private String take() {
        return tokens.get(at++);
    }

    private boolean takes(String token) {
        if (!next().equals(token)) {
            return false;
        }
        at++;
        return true;
    }

    private void expect(String token) throws Unreadable {
        if (!takes(token)) {
            throw new Unreadable();
        }
    }
}
