package io.ringback.process.check.bpmn;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Takes expressions apart: variables, their comparisons with literals, and these joined by and, or, not and parentheses.
 * What else there may be is not for this class to allow or refuse.
 */
public class ConditionParser {

    private static final int MAX_LENGTH = 2000;
    private static final int MAX_DEPTH = 50;
    private static final Pattern TOKEN =
            Pattern.compile("\\G\\s*(?:(?<text>'[^']*'|\"[^\"]*\")|(?<number>-?[0-9]+(?:\\.[0-9]+)?)"
                    + "|(?<word>[A-Za-z_][A-Za-z0-9_]*)|(?<sign>==|!=|<=|>=|&&|\\|\\||[<>!()]))");
    private static final Map<String, String> WORDS = Map.of(
            "eq", "==", "ne", "!=", "lt", "<", "gt", ">", "le", "<=", "ge", ">=", "and", "&&", "or", "||", "not", "!");
    private static final Map<String, String> TURNED =
            Map.of("==", "==", "!=", "!=", "<", ">", ">", "<", "<=", ">=", ">=", "<=");
    private static final Set<String> LITERALS = Set.of("true", "false", "null");

    private record Token(String kind, String text) {}

    private static class NotUnderstood extends Exception {
        private static final long serialVersionUID = 1L;
    }

    private final List<Token> tokens = new ArrayList<>();
    private int next;
    private int depth;

    private ConditionParser() {}

    /** What the expression says; empty if it is no single expression or holds anything else. */
    public static Optional<Condition> parse(String expression) {
        var text = expression.strip();
        var whole = (text.startsWith("#{") || text.startsWith("${")) && text.endsWith("}");
        if (!whole || text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        var parser = new ConditionParser();
        try {
            parser.tokenize(text.substring(2, text.length() - 1));
            var condition = parser.or();
            return parser.next == parser.tokens.size() ? Optional.of(condition) : Optional.empty();
        } catch (NotUnderstood e) {
            return Optional.empty();
        }
    }

    private void tokenize(String text) throws NotUnderstood {
        var matcher = TOKEN.matcher(text);
        int end = 0;
        while (matcher.find()) {
            end = matcher.end();
            if (matcher.group("text") != null) {
                var quoted = matcher.group("text");
                tokens.add(new Token("text", quoted.substring(1, quoted.length() - 1)));
            } else if (matcher.group("number") != null) {
                tokens.add(new Token("number", matcher.group("number")));
            } else if (matcher.group("word") != null) {
                var word = matcher.group("word");
                var sign = WORDS.get(word);
                tokens.add(sign == null ? new Token("word", word) : new Token("sign", sign));
            } else {
                tokens.add(new Token("sign", matcher.group("sign")));
            }
        }
        if (!text.substring(end).isBlank()) {
            throw new NotUnderstood();
        }
    }

    private Condition or() throws NotUnderstood {
        var left = and();
        while (takes("||")) {
            left = new Condition.Or(left, and());
        }
        return left;
    }

    private Condition and() throws NotUnderstood {
        var left = unary();
        while (takes("&&")) {
            left = new Condition.And(left, unary());
        }
        return left;
    }

    private Condition unary() throws NotUnderstood {
        if (++depth > MAX_DEPTH) {
            throw new NotUnderstood();
        }
        try {
            if (takes("!")) {
                return new Condition.Not(unary());
            }
            if (takes("(")) {
                var inner = or();
                if (!takes(")")) {
                    throw new NotUnderstood();
                }
                return inner;
            }
            return comparison();
        } finally {
            depth--;
        }
    }

    private Condition comparison() throws NotUnderstood {
        var first = take();
        if (first.equals(new Token("word", "empty"))) {
            return new Condition.Empty(variable(take()));
        }
        var operator =
                next < tokens.size() && TURNED.containsKey(tokens.get(next).text()) ? take().text() : "";
        if (operator.isEmpty()) {
            return new Condition.Bare(variable(first));
        }
        var second = take();
        return isVariable(first)
                ? new Condition.Compared(first.text(), operator, literal(second))
                : new Condition.Compared(variable(second), TURNED.getOrDefault(operator, operator), literal(first));
    }

    private Token take() throws NotUnderstood {
        if (next == tokens.size()) {
            throw new NotUnderstood();
        }
        return tokens.get(next++);
    }

    private boolean takes(String sign) {
        var found = next < tokens.size() && tokens.get(next).equals(new Token("sign", sign));
        next += found ? 1 : 0;
        return found;
    }

    private static boolean isVariable(Token token) {
        return token.kind().equals("word") && !LITERALS.contains(token.text());
    }

    private static String variable(Token token) throws NotUnderstood {
        if (!isVariable(token)) {
            throw new NotUnderstood();
        }
        return token.text();
    }

    private static Condition.Literal literal(Token token) throws NotUnderstood {
        return switch (token.kind()) {
            case "text" -> new Condition.Literal(Condition.Literal.Kind.TEXT, token.text());
            case "number" -> new Condition.Literal(Condition.Literal.Kind.NUMBER, token.text());
            case "word" -> new Condition.Literal(kindOf(token.text()), token.text());
            default -> throw new NotUnderstood();
        };
    }

    private static Condition.Literal.Kind kindOf(String word) throws NotUnderstood {
        return switch (word) {
            case "true", "false" -> Condition.Literal.Kind.BOOLEAN;
            case "null" -> Condition.Literal.Kind.NULL;
            default -> throw new NotUnderstood();
        };
    }
}
