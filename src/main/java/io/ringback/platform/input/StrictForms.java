package io.ringback.platform.input;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.springframework.util.ClassUtils;

/**
 * Which texts are values of which type in an address, as strictly as in JSON. Spring falls back on laxer and laxer readers:
 * {@code yes} would be a truth value, {@code 0x10} a number, and a bare number a time.
 */
final class StrictForms {

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,19}");

    private static final Map<Class<?>, Consumer<String>> READERS = Map.of(
            Boolean.class, StrictForms::truth,
            Integer.class, text -> Integer.parseInt(digits(text)),
            Long.class, text -> Long.parseLong(digits(text)),
            UUID.class, StrictId::parse,
            Instant.class, StrictInstant::parse,
            Duration.class, StrictDuration::parse);

    private StrictForms() {}

    /** Whether the text is a value of the type; any text is one of a type that is not known here. */
    static boolean fits(Class<?> type, String text) {
        var reader = READERS.get(ClassUtils.resolvePrimitiveIfNecessary(type));
        try {
            if (type.isEnum()) {
                StrictEnums.parse(type, text);
            } else if (reader != null) {
                reader.accept(text);
            }
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static void truth(String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw new IllegalArgumentException("neither true nor false");
        }
    }

    private static String digits(String text) {
        if (!NUMBER.matcher(text).matches()) {
            throw new NumberFormatException("not a whole number");
        }
        return text;
    }
}
