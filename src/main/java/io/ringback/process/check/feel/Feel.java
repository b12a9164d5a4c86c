package io.ringback.process.check.feel;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An expression of the part of FEEL that decisions may use, ready to be worked out for given values: no loops, no functions
 * of one's own, no lists that are made by counting. So it takes time and space as its text is long, and nothing more.
 *
 * @param variables the names it reads
 * @param constants the literals that stand in it
 * @param compared which variables are compared with which literals
 */
public record Feel(Value value, Set<String> variables, List<Object> constants, List<Compared> compared) {

    /** The name under which a test of an input asks for the input's value. */
    public static final String INPUT = "?";

    /** A variable beside the literal that it is compared with. */
    public record Compared(String variable, Object literal) {}

    /** Works the expression out: null, or a {@code String}, {@code Boolean}, {@code BigDecimal} or {@code List} of these. */
    public interface Value {

        @Nullable
        Object of(Map<String, Object> variables);
    }

    /** Works it out for these values; null is what FEEL says of what makes no sense, such as text plus number. */
    @Nullable
    public Object of(Map<String, Object> values) {
        return value.of(values);
    }

    /**
     * Reads an expression.
     *
     * @throws FeelUnreadable when it is not of the part that is allowed
     */
    public static Feel expression(String text) throws FeelUnreadable {
        return new FeelParser(text).wholeExpression();
    }

    /**
     * Reads the tests of an input, such as {@code [1..5]} or {@code "BUSY", "OTHER"} or {@code -}; its value is a Boolean.
     *
     * @throws FeelUnreadable when it is not of the part that is allowed
     */
    public static Feel tests(String text) throws FeelUnreadable {
        return new FeelParser(text).wholeTests();
    }
}
