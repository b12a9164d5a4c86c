package io.ringback.process.check.feel;

import io.ringback.process.check.feel.Feel.Value;
import io.ringback.process.check.feel.FeelParser.Read;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads the tests that a value is held against: values, comparisons and ranges, of which one has to fit. */
final class FeelUnaryTests {

    private static final Set<String> COMPARISONS = FeelParser.COMPARISONS;

    private final FeelParser parser;
    private final FeelTokens tokens;

    FeelUnaryTests(FeelParser parser, FeelTokens tokens) {
        this.parser = parser;
        this.tokens = tokens;
    }

    Value tests(Read input) throws FeelUnreadable {
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

    Value test(Read input) throws FeelUnreadable {
        var sign = tokens.next();
        if (COMPARISONS.contains(sign)) {
            tokens.take();
            return parser.compare(input, sign, parser.sum());
        }
        if (isRange()) {
            return range(input);
        }
        var wanted = parser.either();
        if (wanted.literal() != null) {
            parser.note(input, wanted);
            return values ->
                    FeelFunctions.same(input.value().of(values), wanted.value().of(values));
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
    boolean isRange() {
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
        var from = parser.compare(input, opening.equals("[") ? ">=" : ">", parser.sum());
        tokens.expect("..");
        var upTo = parser.sum();
        var closing = tokens.take();
        if (!Set.of("]", ")", "[").contains(closing)) {
            throw new FeelUnreadable("has a range without an end");
        }
        var to = parser.compare(input, closing.equals("]") ? "<=" : "<", upTo);
        return values -> Boolean.TRUE.equals(from.of(values)) && Boolean.TRUE.equals(to.of(values));
    }
}
