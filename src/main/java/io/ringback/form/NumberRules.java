package io.ringback.form;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Rules for numbers, which a form may also ask for as texts. */
final class NumberRules {

    static final ValueRule NUMBER =
            ValueRule.that(answer -> answer instanceof Number && decimal(answer).isPresent(), "must be a number");
    static final ValueRule NUMBER_OR_TEXT = number(value -> true, "must be a number");

    /** With bounds, so that no few characters make a number of a million digits. */
    private static final Pattern TEXT =
            Pattern.compile("[+-]?(?:[0-9]{1,400}(?:\\.[0-9]{0,400})?|\\.[0-9]{1,400})(?:[eE][+-]?[0-9]{1,3})?");

    private NumberRules() {}

    static ValueRule atLeast(BigDecimal least) {
        return number(value -> value.compareTo(least) >= 0, "must be at least " + least.toPlainString());
    }

    static ValueRule atMost(BigDecimal most) {
        return number(value -> value.compareTo(most) <= 0, "must be at most " + most.toPlainString());
    }

    static ValueRule decimalDigits(int most) {
        return number(
                value -> value.stripTrailingZeros().scale() <= most,
                most == 0 ? "must be a whole number" : "must have at most %s decimal digits".formatted(most));
    }

    static ValueRule multipleOf(BigDecimal step) {
        return number(value -> value.remainder(step).signum() == 0, "must be a multiple of " + step.toPlainString());
    }

    /** The number this is, exactly; empty when it is none. */
    static Optional<BigDecimal> decimal(@Nullable Object value) {
        if (value instanceof Double number) {
            return Double.isFinite(number) ? Optional.of(BigDecimal.valueOf(number)) : Optional.empty();
        }
        if (value instanceof Integer || value instanceof Long || value instanceof BigInteger) {
            return Optional.of(new BigDecimal(value.toString()));
        }
        return value instanceof String text && TEXT.matcher(text).matches()
                ? Optional.of(new BigDecimal(text))
                : Optional.empty();
    }

    private static ValueRule number(Predicate<BigDecimal> holds, String expected) {
        return ValueRule.that(answer -> decimal(answer).filter(holds).isPresent(), expected);
    }
}
