package io.ringback.process;

import io.ringback.process.Feel.Compared;
import io.ringback.process.Feel.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the part of FEEL that decisions may use, by recursive descent to a small depth. */
final class FeelParser {

    private static final int DEEPEST = 40;
    private static final Set<String> COMPARISONS = Set.of("=", "!=", "<", "<=", ">", ">=");
    private static final Set<String> LOOPS = Set.of("for", "some", "every", "function", "external", "return", "satisfies");
    private static final Set<String> WORDS =
            Set.of("if", "then", "else", "and", "or", "between", "in", "instance", "of", "date", "time");

    private final FeelTokens tokens;
    private final Set<String> variables = new HashSet<>();
    private final List<Object> constants = new ArrayList<>();
    private final List<Compared> compared = new ArrayList<>();
    private int depth;

    FeelParser(String text) throws FeelUnreadable {
        this.tokens = new FeelTokens(text);
    }

    Feel wholeExpression() throws FeelUnreadable {
        return whole(expression());
    }

    Feel wholeTests() throws FeelUnreadable {
        if (tokens.next().equals("-") && tokens.ahead(1).isEmpty()) {
            tokens.take();
            return whole(values -> true);
        }
        return whole(tests(new Read(values -> values.get(Feel.INPUT), Feel.INPUT, null)));
    }

    private Feel whole(Value value) throws FeelUnreadable {
        tokens.expectEnd();
        return new Feel(value, Set.copyOf(variables), List.copyOf(constants), List.copyOf(compared));
    }

    /** What was read: with the variable or the literal that it is, if it is nothing else. */
    private record Read(Value value, @Nullable String variable, @Nullable Object literal) {}

    private Value tests(Read input) throws FeelUnreadable {
        if (tokens.next().equals("not") && tokens.ahead(1).equals("(") && Feel.INPUT.equals(input.variable())) {
            tokens.take();
            tokens.take();
            var inside = tests(input);
            tokens.expect(")");
            return values -> !Boolean.TRUE.equals(inside.of(values));
        }
        var any = new ArrayList<Value>();
        do {
            any.add(test(input));
        } while (tokens.takes(","));
        return values -> any.stream().anyMatch(one -> Boolean.TRUE.equals(one.of(values)));
    }

    private Value test(Read input) throws FeelUnreadable {
        var sign = tokens.next();
        if (COMPARISONS.contains(sign)) {
            tokens.take();
            return compare(input, sign, sum());
        }
        if (isRange()) {
            return range(input);
        }
        var wanted = either();
        if (wanted.literal() != null) {
            note(input, wanted);
            return values -> FeelFunctions.same(input.value().of(values), wanted.value().of(values));
        }
        return values -> {
            var value = wanted.value().of(values);
            var given = input.value().of(values);
            return Boolean.TRUE.equals(value)
                    || value instanceof List<?> list && list.stream().anyMatch(one -> FeelFunctions.same(one, given))
                    || FeelFunctions.same(value, given);
        };
    }

    /** Whether a range begins here, and not a list or a pair of parentheses: two dots come before its end. */
    private boolean isRange() {
        if (!Set.of("[", "(", "]").contains(tokens.next())) {
            return false;
        }
        int open = 0;
        for (int i = 1; !tokens.ahead(i).isEmpty(); i++) {
            switch (tokens.ahead(i)) {
                case ".." -> {
                    if (open == 0) {
                        return true;
                    }
                }
                case "(" -> open++;
                case ")" -> open--;
                case ",", "[", "]" -> {
                    if (open == 0) {
                        return false;
                    }
                }
                default -> {
                    // belongs to the start of the range, if it is one
                }
            }
            if (open < 0) {
                return false;
            }
        }
        return false;
    }

    private Value range(Read input) throws FeelUnreadable {
        var opening = tokens.take();
        var from = compare(input, opening.equals("[") ? ">=" : ">", sum());
        tokens.expect("..");
        var upTo = sum();
        var closing = tokens.take();
        if (!Set.of("]", ")", "[").contains(closing)) {
            throw new FeelUnreadable("has a range without an end");
        }
        var to = compare(input, closing.equals("]") ? "<=" : "<", upTo);
        return values -> Boolean.TRUE.equals(from.of(values)) && Boolean.TRUE.equals(to.of(values));
    }

    private Value expression() throws FeelUnreadable {
        return deeper(() -> tokens.takes("if") ? choice() : either()).value();
    }

    private Read choice() throws FeelUnreadable {
        var condition = expression();
        tokens.expect("then");
        var then = expression();
        tokens.expect("else");
        var otherwise = expression();
        return computed(
                values -> Boolean.TRUE.equals(condition.of(values)) ? then.of(values) : otherwise.of(values));
    }

    private Read either() throws FeelUnreadable {
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
        return all.size() == 1 ? first : computed(values -> all.stream().anyMatch(one -> isSame(one.of(values), decisive)) == decisive);
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
            if (!tokens.next().equals("(") || isRange()) {
                return computed(test(left));
            }
            tokens.take();
            var tests = tests(left);
            tokens.expect(")");
            return computed(tests);
        }
        return left;
    }

    private Value compare(Read left, String sign, Read right) {
        note(left, right);
        note(right, left);
        return values -> FeelArithmetic.compare(left.value().of(values), sign, right.value().of(values));
    }

    private void note(Read variable, Read literal) {
        if (variable.variable() != null && literal.literal() != null) {
            compared.add(new Compared(variable.variable(), literal.literal()));
        }
    }

    private Read sum() throws FeelUnreadable {
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
        return computed(values -> FeelArithmetic.calculate(BigDecimal.ZERO, "-", negative.value().of(values)));
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
            throw new FeelUnreadable("is nested more than %d times".formatted(DEEPEST));
        }
        var read = part.read();
        depth--;
        return read;
    }
}
