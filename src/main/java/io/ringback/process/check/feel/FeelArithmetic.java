package io.ringback.process.check.feel;

import java.math.BigDecimal;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;

/** What signs between values mean; null where FEEL says that they mean nothing. */
final class FeelArithmetic {

    private FeelArithmetic() {}

    static @Nullable Object compare(@Nullable Object left, String sign, @Nullable Object right) {
        if (sign.equals("=")) {
            return FeelFunctions.same(left, right);
        }
        if (sign.equals("!=")) {
            return !FeelFunctions.same(left, right);
        }
        var order = left instanceof BigDecimal a && right instanceof BigDecimal b
                ? Integer.valueOf(a.compareTo(b))
                : left instanceof String c && right instanceof String d ? Integer.valueOf(c.compareTo(d)) : null;
        if (order == null) {
            return null;
        }
        return switch (sign) {
            case "<" -> order < 0;
            case "<=" -> order <= 0;
            case ">" -> order > 0;
            default -> order >= 0;
        };
    }

    static @Nullable Object calculate(@Nullable Object left, String sign, @Nullable Object right) {
        if (left instanceof String a && right instanceof String b && sign.equals("+")) {
            return a + b;
        }
        if (!(left instanceof BigDecimal a) || !(right instanceof BigDecimal b)) {
            return null;
        }
        return switch (sign) {
            case "+" -> a.add(b, MathContext.DECIMAL128);
            case "-" -> a.subtract(b, MathContext.DECIMAL128);
            case "*" -> a.multiply(b, MathContext.DECIMAL128);
            default -> b.signum() == 0 ? null : a.divide(b, MathContext.DECIMAL128);
        };
    }

    /** The text that stands between quotes. */
    static String text(String quoted) {
        var text = new StringBuilder();
        for (int i = 1; i < quoted.length() - 1; i++) {
            var sign = quoted.charAt(i);
            text.append(sign == '\\' ? meant(quoted.charAt(++i)) : sign);
        }
        return text.toString();
    }

    private static char meant(char escaped) {
        return switch (escaped) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            default -> escaped;
        };
    }
}
