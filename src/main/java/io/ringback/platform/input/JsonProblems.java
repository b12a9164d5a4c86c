package io.ringback.platform.input;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.ringback.platform.problem.Causes;
import io.ringback.platform.problem.FieldError;
import io.ringback.platform.problem.InvalidField;
import io.ringback.platform.problem.ProblemType;
import io.ringback.platform.problem.Problems;
import java.io.CharConversionException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.http.ProblemDetail;

/** Says what is wrong with a JSON body, by field, without repeating what was sent. */
public final class JsonProblems {

    private static final String WHOLE = "a whole number from %s to %s".formatted(Integer.MIN_VALUE, Integer.MAX_VALUE);
    private static final String LONG = "a whole number from %s to %s".formatted(Long.MIN_VALUE, Long.MAX_VALUE);
    private static final Map<Class<?>, String> FORMS = Map.of(
            Instant.class, "a time with offset such as 2026-03-29T12:00:00+02:00, year 2000 to 9999",
            Duration.class, "a duration such as PT2M",
            LocalDate.class, "a date such as 2026-12-24, without a time",
            LocalTime.class, "a time of day such as 08:30; the midnight that ends a day (24:00) is written 00:00",
            UUID.class, "an id such as 0195c9a2-1c3e-7a10-8f25-3b6c1d2e4f50",
            Integer.class, WHOLE,
            int.class, WHOLE,
            Long.class, LONG,
            long.class, LONG);

    private JsonProblems() {}

    public static ProblemDetail of(Throwable unreadable) {
        var root = NestedExceptionUtils.getMostSpecificCause(unreadable);
        if (root instanceof InvalidField invalid) {
            return Problems.invalid(invalid.errors());
        }
        if (root instanceof MismatchedInputException mismatch && isUnreadable(mismatch)
                || root instanceof JsonParseException
                || root instanceof StreamConstraintsException) {
            return ProblemType.MALFORMED_JSON.withDetail(syntaxError((JsonProcessingException) root));
        }
        return Causes.of(unreadable)
                .filter(JsonMappingException.class::isInstance)
                .map(JsonMappingException.class::cast)
                .filter(JsonProblems::isAboutAField)
                .findFirst()
                .map(mapping -> Problems.invalid(List.of(error(mapping))))
                .orElseGet(() -> ProblemType.MALFORMED_JSON.withDetail("A JSON body in UTF-8 is expected."));
    }

    private static boolean isAboutAField(JsonMappingException mapping) {
        return mapping instanceof MismatchedInputException
                || !mapping.getPath().isEmpty() && !(mapping.getCause() instanceof CharConversionException);
    }

    /** What is expected where, as far as the reader knows. */
    static FieldError error(JsonMappingException mapping) {
        if (mapping instanceof UnrecognizedPropertyException) {
            return new FieldError(path(mapping), "is not a known field");
        }
        if (mapping.getCause() instanceof InputCoercionException outOfRange) {
            return new FieldError(path(mapping), "expected " + describe(outOfRange.getTargetType()));
        }
        var type = mapping instanceof MismatchedInputException mismatch ? mismatch.getTargetType() : null;
        return new FieldError(path(mapping), "expected " + describe(type));
    }

    // A body of blanks, or text after the end of the JSON.
    private static boolean isUnreadable(MismatchedInputException mismatch) {
        var message = mismatch.getOriginalMessage();
        return mismatch.getPath().isEmpty()
                && (message.startsWith("No content") || message.startsWith("Trailing token"));
    }

    private static String syntaxError(JsonProcessingException syntax) {
        var what = String.valueOf(syntax.getOriginalMessage()).startsWith("Duplicate field")
                ? "A name occurs twice in one object"
                : "The body is not readable as JSON";
        var at = syntax.getLocation();
        return at == null ? what + "." : what + " (line %s, column %s).".formatted(at.getLineNr(), at.getColumnNr());
    }

    static String path(JsonMappingException mapping) {
        var path = new StringBuilder();
        for (var step : mapping.getPath()) {
            if (step.getFieldName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        return path.toString();
    }

    public static String describe(@Nullable Class<?> type) {
        if (type == null) {
            return "another value";
        }
        if (type.isEnum()) {
            return "one of " + Arrays.toString(type.getEnumConstants());
        }
        var form = FORMS.get(type);
        if (form != null) {
            return form;
        }
        if (CharSequence.class.isAssignableFrom(type)) {
            return "a text";
        }
        if (type == Boolean.class || type == boolean.class) {
            return "true or false";
        }
        if (Number.class.isAssignableFrom(type) || type.isPrimitive()) {
            return "a number";
        }
        return Collection.class.isAssignableFrom(type) || type.isArray() ? "an array" : describeObject(type);
    }

    private static String describeObject(Class<?> type) {
        return Map.class.isAssignableFrom(type) || type.isRecord() ? "an object" : "another value";
    }
}
