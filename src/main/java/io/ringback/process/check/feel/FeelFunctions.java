package io.ringback.process.check.feel;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The functions that decisions may call: each is done as soon as it has looked at what it is given. */
public final class FeelFunctions {

    interface Function {

        @Nullable
        Object of(List<@Nullable Object> given);
    }

    private record Taking(int least, int most, Function function) {}

    private static final int MANY = 20;

    private static final Map<String, Taking> ALLOWED = Map.ofEntries(
            Map.entry("not", one(given -> given instanceof Boolean said ? !said : null)),
            Map.entry("string", one(FeelFunctions::text)),
            Map.entry("number", one(FeelFunctions::number)),
            Map.entry("string length", one(given -> given instanceof String text ? number(text.length()) : null)),
            Map.entry("upper case", one(given -> given instanceof String text ? text.toUpperCase(Locale.ROOT) : null)),
            Map.entry("lower case", one(given -> given instanceof String text ? text.toLowerCase(Locale.ROOT) : null)),
            Map.entry("contains", ofTexts(String::contains)),
            Map.entry("starts with", ofTexts(String::startsWith)),
            Map.entry("ends with", ofTexts(String::endsWith)),
            Map.entry("abs", one(given -> given instanceof BigDecimal number ? number.abs() : null)),
            Map.entry("floor", rounded(RoundingMode.FLOOR)),
            Map.entry("ceiling", rounded(RoundingMode.CEILING)),
            Map.entry("even", one(given -> given instanceof BigDecimal number ? isEven(number) : null)),
            Map.entry("odd", one(given -> given instanceof BigDecimal number ? !isEven(number) : null)),
            Map.entry("modulo", new Taking(2, 2, FeelFunctions::modulo)),
            Map.entry("min", new Taking(1, MANY, given -> extreme(given, -1))),
            Map.entry("max", new Taking(1, MANY, given -> extreme(given, 1))),
            Map.entry(
                    "list contains",
                    new Taking(
                            2,
                            2,
                            given -> given.get(0) instanceof List<?> list
                                    ? (Object) list.stream().anyMatch(element -> same(element, given.get(1)))
                                    : null)));

    private FeelFunctions() {}

    /** Whether a function has this name. */
    static boolean has(String name) {
        return ALLOWED.containsKey(name);
    }

    /** All their names, in order. */
    public static List<String> names() {
        return ALLOWED.keySet().stream().sorted().toList();
    }

    /** @throws FeelUnreadable when there is none of this name, or it takes another number of values */
    static Function called(String name, int values) throws FeelUnreadable {
        var taking = ALLOWED.get(name);
        if (taking == null) {
            throw new FeelUnreadable("calls %s: functions are not allowed but %s".formatted(name, names()));
        }
        if (values < taking.least() || values > taking.most()) {
            throw new FeelUnreadable("gives %s values to %s".formatted(values, name));
        }
        return taking.function();
    }

    static boolean same(@Nullable Object one, @Nullable Object other) {
        return one instanceof BigDecimal a && other instanceof BigDecimal b
                ? a.compareTo(b) == 0
                : Objects.equals(one, other);
    }

    static BigDecimal number(int value) {
        return BigDecimal.valueOf(value);
    }

    private static Taking one(java.util.function.Function<@Nullable Object, @Nullable Object> function) {
        return new Taking(1, 1, given -> function.apply(given.get(0)));
    }

    private static Taking ofTexts(java.util.function.BiPredicate<String, String> asked) {
        return new Taking(
                2,
                2,
                given -> given.get(0) instanceof String text && given.get(1) instanceof String part
                        ? (Object) asked.test(text, part)
                        : null);
    }

    private static Taking rounded(RoundingMode mode) {
        return one(given -> given instanceof BigDecimal number ? number.setScale(0, mode) : null);
    }

    private static boolean isEven(BigDecimal number) {
        return number.remainder(number(2)).signum() == 0;
    }

    private static @Nullable Object text(@Nullable Object given) {
        return given instanceof BigDecimal number
                ? number.stripTrailingZeros().toPlainString()
                : given == null || given instanceof List ? null : given.toString();
    }

    private static @Nullable Object number(@Nullable Object given) {
        try {
            return given instanceof String text && text.length() < 40 && !text.matches(".*[eE].*")
                    ? new BigDecimal(text)
                    : given instanceof BigDecimal ? given : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static @Nullable Object modulo(List<@Nullable Object> given) {
        if (given.get(0) instanceof BigDecimal a && given.get(1) instanceof BigDecimal b && b.signum() != 0) {
            var whole = a.divide(b, MathContext.DECIMAL128).setScale(0, RoundingMode.FLOOR);
            return a.subtract(b.multiply(whole), MathContext.DECIMAL128);
        }
        return null;
    }

    private static @Nullable Object extreme(List<@Nullable Object> given, int sign) {
        var values = given.size() == 1 && given.get(0) instanceof List<?> list ? list : given;
        BigDecimal found = null;
        for (var value : values) {
            if (!(value instanceof BigDecimal number)) {
                return null;
            }
            found = found == null || number.compareTo(found) * sign > 0 ? number : found;
        }
        return found;
    }
}
