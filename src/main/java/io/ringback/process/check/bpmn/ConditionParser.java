package io.ringback.process.check.bpmn;

import io.ringback.process.check.rule.VariableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the conditions a model may hold: variables and their comparisons with literals, joined by {@code and}, {@code or},
 * {@code not} and parentheses, in words or in signs. Nothing is evaluated. What it cannot read is refused, so that no
 * condition is let through that the walk through the drawing does not understand.
 */
public final class ConditionParser {

    private static final int MOST_CHARACTERS = 2_000;
    private static final int MOST_TOKENS = 400;
    private static final int MOST_PARENTHESES = 20;
    private static final Pattern EXPRESSION = Pattern.compile("[#$]\\{(?<inside>[^{}]*)}");
    private static final Pattern TOKEN =
            Pattern.compile("\\s*(?:(?<sign>&&|\\|\\||==|!=|<=|>=|[<>!()])|(?<word>" + VariableName.PATTERN + ")"
                    + "|(?<text>'[^'\\\\{}#$]*'|\"[^\"\\\\{}#$]*\")|(?<number>-?[0-9]+(?:\\.[0-9]+)?))");
    private static final Map<String, String> SIGNS = Map.of(
            "eq", "==", "ne", "!=", "lt", "<", "le", "<=", "gt", ">", "ge", ">=", "and", "&&", "or", "||", "not", "!");
    private static final Map<String, String> TURNED =
            Map.of("==", "==", "!=", "!=", "<", ">", "<=", ">=", ">", "<", ">=", "<=");

    /** Words that JUEL keeps for itself, beside those of {@link #SIGNS}, and names the engine binds to its own objects. */
    private static final Set<String> NO_VARIABLES = Set.of(
            "true",
            "false",
            "null",
            "empty",
            "div",
            "mod",
            "instanceof",
            "execution",
            "task",
            "externalTask",
            "caseExecution",
            "decisionResult");

    private enum Kind {
        SIGN,
        WORD,
        TEXT,
        NUMBER,
        END
    }

    /** @param text signs in place of the words for them; texts without their quotes */
    private record Token(Kind kind, String text) {}

    private static final Token END = new Token(Kind.END, "");

    private static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;
    }

    private final List<Token> tokens;
    private int at;
    private int parentheses;

    private ConditionParser(List<Token> tokens) {
        this.tokens = tokens;
    }

    /** What the text says; empty if it is not as a whole one such condition between the braces of an expression. */
    public static Optional<Condition> parse(String text) {
        var expression = EXPRESSION.matcher(text);
        if (!expression.matches()) {
            return Optional.empty();
        }
        try {
            var parser = new ConditionParser(tokens(expression.group("inside").strip()));
            var condition = parser.either();
            return parser.next().equals(END) ? Optional.of(condition) : Optional.empty();
        } catch (Unreadable e) {
            return Optional.empty();
        }
    }

    private static List<Token> tokens(String text) throws Unreadable {
        if (text.length() > MOST_CHARACTERS) {
            throw new Unreadable();
        }
        var tokens = new ArrayList<Token>();
        var matcher = TOKEN.matcher(text);
        for (int at = 0; at < text.length(); at = matcher.end()) {
            if (tokens.size() == MOST_TOKENS
                    || !matcher.region(at, text.length()).lookingAt()) {
                throw new Unreadable();
            }
            tokens.add(token(matcher));
        }
        return tokens;
    }

    private static Token token(Matcher matcher) {
        var word = matcher.group("word");
        if (word != null) {
            return SIGNS.containsKey(word) ? new Token(Kind.SIGN, SIGNS.get(word)) : new Token(Kind.WORD, word);
        }
        var quoted = matcher.group("text");
        if (quoted != null) {
            return new Token(Kind.TEXT, quoted.substring(1, quoted.length() - 1));
        }
        var number = matcher.group("number");
        return number == null ? new Token(Kind.SIGN, matcher.group("sign")) : new Token(Kind.NUMBER, number);
    }

    private Condition either() throws Unreadable {
        var left = both();
        while (takes("||")) {
            left = new Condition.Or(left, both());
        }
        return left;
    }

    private Condition both() throws Unreadable {
        var left = one();
        while (takes("&&")) {
            left = new Condition.And(left, one());
        }
        return left;
    }

    private Condition one() throws Unreadable {
        if (takes("!")) {
            return new Condition.Not(one());
        }
        if (takes("(")) {
            if (++parentheses > MOST_PARENTHESES) {
                throw new Unreadable();
            }
            var inner = either();
            if (!takes(")")) {
                throw new Unreadable();
            }
            return inner;
        }
        if (next().equals(new Token(Kind.WORD, "empty"))) {
            at++;
            return new Condition.Empty(variable());
        }
        return comparison();
    }

    private Condition comparison() throws Unreadable {
        var first = literal();
        if (first.isPresent()) {
            var operator = operator().orElseThrow(Unreadable::new);
            return new Condition.Compared(variable(), TURNED.getOrDefault(operator, operator), first.get());
        }
        var variable = variable();
        var operator = operator();
        return operator.isEmpty()
                ? new Condition.Bare(variable)
                : new Condition.Compared(variable, operator.get(), literal().orElseThrow(Unreadable::new));
    }

    private Optional<String> operator() {
        var found = next();
        if (found.kind() != Kind.SIGN || !TURNED.containsKey(found.text())) {
            return Optional.empty();
        }
        at++;
        return Optional.of(found.text());
    }

    private String variable() throws Unreadable {
        var found = next();
        if (found.kind() != Kind.WORD || NO_VARIABLES.contains(found.text())) {
            throw new Unreadable();
        }
        at++;
        return found.text();
    }

    private Optional<Condition.Literal> literal() {
        var found = next();
        var kind =
                switch (found.kind()) {
                    case TEXT -> Optional.of(Condition.Literal.Kind.TEXT);
                    case NUMBER -> Optional.of(Condition.Literal.Kind.NUMBER);
                    case WORD -> kindOf(found.text());
                    case SIGN, END -> Optional.<Condition.Literal.Kind>empty();
                };
        at += kind.isPresent() ? 1 : 0;
        return kind.map(known -> new Condition.Literal(known, found.text()));
    }

    private static Optional<Condition.Literal.Kind> kindOf(String word) {
        return switch (word) {
            case "true", "false" -> Optional.of(Condition.Literal.Kind.BOOLEAN);
            case "null" -> Optional.of(Condition.Literal.Kind.NULL);
            default -> Optional.empty();
        };
    }

    private Token next() {
        return at < tokens.size() ? tokens.get(at) : END;
    }

    private boolean takes(String sign) {
        var found = next().equals(new Token(Kind.SIGN, sign));
        at += found ? 1 : 0;
        return found;
    }
}
