package io.ringback.process.check.feel;

import io.ringback.process.check.feel.Feel.Compared;
import io.ringback.process.check.feel.Feel.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the part of FEEL that decisions may use, by recursive descent to a small depth. */
final class FeelParser {

    private static final int DEEPEST = 40;
    static final Set<String> COMPARISONS = Set.of("=", "!=", "<", "<=", ">", ">=");
    private static final Set<String> LOOPS =
            Set.of("for", "some", "every", "function", "external", "return", "satisfies");
    private static final Set<String> WORDS =
            Set.of("if", "then", "else", "and", "or", "between", "in", "instance", "of", "date", "time");

    private final FeelTokens tokens;
    private final FeelUnaryTests tests;
    private final Set<String> variables = new HashSet<>();
    private final List<Object> constants = new ArrayList<>();
    private final List<Compared> compared = new ArrayList<>();
    private int depth;

    FeelParser(String text) throws FeelUnreadable {
        this.tokens = new FeelTokens(text);
        this.tests = new FeelUnaryTests(this, tokens);
    }

    Feel wholeExpression() throws FeelUnreadable {
        return whole(expression());
    }

    Feel wholeTests() throws FeelUnreadable {
        if (tokens.next().equals("-") && tokens.ahead(1).isEmpty()) {
            tokens.take();
            return whole(values -> true);
        }
        return whole(tests.tests(new Read(values -> values.get(Feel.INPUT), Feel.INPUT, null)));
    }

    private Feel whole(Value value) throws FeelUnreadable {
        tokens.expectEnd();
        return new Feel(value, Set.copyOf(variables), List.copyOf(constants), List.copyOf(compared));
    }

    /** What was read: with the variable or the literal that it is, if it is nothing else. */
    record Read(
            Value value,
            @Nullable String variable,
            @Nullable Object literal) {}

    private Value expression() throws FeelUnreadable {
        return deeper(() -> tokens.takes("if") ? choice() : either()).value();
    }

    private Read choice() throws FeelUnreadable {
        var condition = expression();
        tokens.expect("then");
        var then = expression();
        tokens.expect("else");
        var otherwise = expression();
        return computed(values -> Boolean.TRUE.equals(condition.of(values)) ? then.of(values) : otherwise.of(values));
    }

    Read either() throws FeelUnreadable {
        return joined("or", this::both);
    }

    private Read both() throws FeelUnreadable {
        return joined("and", this::comparison);
    }

    private interface Part {

        Read read() throws FeelUnreadable;
    }

    private Read joined(String word, Part part) throws FeelUnreadable {
        var all = new ArrayList<Value>();
        var first = part.read();
        all.add(first.value());
        while (tokens.takes(word)) {
            all.add(part.read().value());
        }
        var decisive = word.equals("or");
        return all.size() == 1
                ? first
                : computed(values -> all.stream().anyMatch(one -> isSame(one.of(values), decisive)) == decisive);
    }

    private static boolean isSame(@Nullable Object value, boolean decisive) {
        return decisive ? Boolean.TRUE.equals(value) : !Boolean.TRUE.equals(value);
    }

    private Read comparison() throws FeelUnreadable {
        var left = sum();
        var sign = tokens.next();
        if (COMPARISONS.contains(sign)) {
            tokens.take();
            return computed(compare(left, sign, sum()));
        }
        if (tokens.takes("between")) {
            var from = compare(left, ">=", sum());
            tokens.expect("and");
            var to = compare(left, "<=", sum());
            return computed(values -> Boolean.TRUE.equals(from.of(values)) && Boolean.TRUE.equals(to.of(values)));
        }
        if (tokens.takes("in")) {
            if (!tokens.next().equals("(") || tests.isRange()) {
                return deeper(() -> computed(tests.test(left)));
            }
            tokens.take();
            var any = deeper(() -> computed(tests.tests(left)));
            tokens.expect(")");
            return any;
        }
        return left;
    }

    Value compare(Read left, String sign, Read right) {
        note(left, right);
        note(right, left);
        return values -> FeelArithmetic.compare(
                left.value().of(values), sign, right.value().of(values));
    }

    void note(Read variable, Read literal) {
        if (variable.variable() != null && literal.literal() != null) {
            compared.add(new Compared(variable.variable(), literal.literal()));
        }
    }

    Read sum() throws FeelUnreadable {
        var left = product();
        while (tokens.next().equals("+") || tokens.next().equals("-")) {
            var sign = tokens.take();
            var a = left.value();
            var b = product().value();
            left = computed(values -> FeelArithmetic.calculate(a.of(values), sign, b.of(values)));
        }
        return left;
    }

    private Read product() throws FeelUnreadable {
        var left = signed();
        while (tokens.next().equals("*") || tokens.next().equals("/")) {
            var sign = tokens.take();
            var a = left.value();
            var b = signed().value();
            left = computed(values -> FeelArithmetic.calculate(a.of(values), sign, b.of(values)));
        }
        return left;
    }

    private Read signed() throws FeelUnreadable {
        if (!tokens.takes("-")) {
            return single();
        }
        var negative = deeper(this::signed);
        if (negative.literal() instanceof BigDecimal number) {
            return literal(number.negate());
        }
        return computed(values ->
                FeelArithmetic.calculate(BigDecimal.ZERO, "-", negative.value().of(values)));
    }

    private Read single() throws FeelUnreadable {
        var token = tokens.take();
        var first = token.codePointAt(0);
        if (first == '"') {
            return literal(FeelArithmetic.text(token));
        }
        if (Character.isDigit(first) || first == '.' && token.length() > 1 && Character.isDigit(token.charAt(1))) {
            return literal(new BigDecimal(token));
        }
        return switch (token) {
            case "true", "false" -> literal(Boolean.valueOf(token));
            case "null" -> computed(values -> null);
            case "?" -> new Read(values -> values.get(Feel.INPUT), Feel.INPUT, null);
            case "(" -> inParentheses();
            case "[" -> list();
            default -> named(token);
        };
    }

    private Read inParentheses() throws FeelUnreadable {
        var inside = expression();
        tokens.expect(")");
        return computed(inside);
    }

    private Read list() throws FeelUnreadable {
        var elements = tokens.next().equals("]") ? List.<Value>of() : values("]");
        tokens.expect("]");
        return computed(values -> {
            var list = new ArrayList<@Nullable Object>();
            elements.forEach(element -> list.add(element.of(values)));
            return list;
        });
    }

    private List<Value> values(String end) throws FeelUnreadable {
        var elements = new ArrayList<Value>();
        do {
            elements.add(expression());
        } while (tokens.takes(","));
        if (!tokens.next().equals(end)) {
            throw tokens.next().equals("..")
                    ? new FeelUnreadable("counts through a range: compare with it only")
                    : tokens.unexpected("'%s'".formatted(end));
        }
        return elements;
    }

    private Read named(String word) throws FeelUnreadable {
        if (LOOPS.contains(word)) {
            throw new FeelUnreadable("uses '%s': functions are not allowed, nor loops".formatted(word));
        }
        if (!Character.isLetter(word.codePointAt(0)) && word.charAt(0) != '_' || WORDS.contains(word)) {
            throw new FeelUnreadable("has '%s' where a value is wanted".formatted(word));
        }
        var two = word + " " + tokens.next();
        if (FeelFunctions.has(two) && tokens.ahead(1).equals("(")) {
            tokens.take();
            return call(two);
        }
        if (tokens.next().equals("(")) {
            return call(word);
        }
        if (Set.of(".", "[", "{", ":").contains(tokens.next())) {
            throw new FeelUnreadable("looks inside of %s: only whole variables can be read".formatted(word));
        }
        variables.add(word);
        return new Read(values -> values.get(word), word, null);
    }

    private Read call(String name) throws FeelUnreadable {
        tokens.expect("(");
        var given = tokens.next().equals(")") ? List.<Value>of() : values(")");
        tokens.expect(")");
        var function = FeelFunctions.called(name, given.size());
        return computed(values -> {
            var worked = new ArrayList<@Nullable Object>();
            given.forEach(one -> worked.add(one.of(values)));
            return function.of(worked);
        });
    }

    private Read literal(Object literal) {
        constants.add(literal);
        return new Read(values -> literal, null, literal);
    }

    private static Read computed(Value value) {
        return new Read(value, null, null);
    }

    private Read deeper(Part part) throws FeelUnreadable {
        if (++depth > DEEPEST) {
            throw new FeelUnreadable("is nested more than %s times".formatted(DEEPEST));
        }
        var read = part.read();
        depth--;
        return read;
    }
}
