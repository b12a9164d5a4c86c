package io.ringback.platform;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.http.ProblemDetail;

/** Says what is wrong with a JSON body, by field, without repeating what was sent. */
final class JsonProblems {

    private JsonProblems() {}

    static ProblemDetail of(Throwable unreadable) {
        Throwable root = NestedExceptionUtils.getMostSpecificCause(unreadable);
        if (root instanceof InvalidField invalid) {
            return Problems.invalid(invalid.errors());
        }
        if (root instanceof MismatchedInputException mismatch && !isUnreadable(mismatch)) {
            return Problems.invalid(List.of(new FieldError(path(mismatch), expected(mismatch))));
        }
        if (root instanceof JsonProcessingException syntax && !(root instanceof InputCoercionException)) {
            return ProblemType.MALFORMED_JSON.withDetail(syntaxError(syntax));
        }
        return mappingError(unreadable);
    }

    private static ProblemDetail mappingError(Throwable unreadable) {
        for (Throwable cause = unreadable; cause != null; cause = cause.getCause()) {
            if (cause instanceof JsonMappingException mapping
                    && !mapping.getPath().isEmpty()) {
                return Problems.invalid(List.of(new FieldError(path(mapping), "is not valid")));
            }
        }
        return ProblemType.MALFORMED_JSON.withDetail("A JSON body in UTF-8 is expected.");
    }

    // A body of blanks, or text after the end of the JSON.
    private static boolean isUnreadable(MismatchedInputException mismatch) {
        String message = mismatch.getOriginalMessage();
        return mismatch.getPath().isEmpty()
                && (message.startsWith("No content") || message.startsWith("Trailing token"));
    }

    private static String syntaxError(JsonProcessingException syntax) {
        String what = String.valueOf(syntax.getOriginalMessage()).startsWith("Duplicate field")
                ? "A name occurs twice in one object"
                : "The body is not readable as JSON";
        JsonLocation at = syntax.getLocation();
        return at == null ? what + "." : what + " (line %s, column %s).".formatted(at.getLineNr(), at.getColumnNr());
    }

    static String path(JsonMappingException mapping) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference step : mapping.getPath()) {
            if (step.getFieldName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        return path.toString();
    }

    static String expected(MismatchedInputException mismatch) {
        if (mismatch instanceof UnrecognizedPropertyException) {
            return "is not a known field";
        }
        return "expected " + describe(mismatch.getTargetType());
    }

    static String describe(@Nullable Class<?> type) {
        if (type == null) {
            return "another value";
        }
        if (type.isEnum()) {
            return "one of " + Arrays.toString(type.getEnumConstants());
        }
        if (type == Instant.class) {
            return "a time with offset such as 2026-03-29T12:00:00+02:00, year 2000 to 9999";
        }
        if (type == LocalDate.class) {
            return "a date such as 2026-12-24, without a time";
        }
        if (type == LocalTime.class) {
            return "a time of day such as 08:30; the midnight that ends a day (24:00) is written 00:00";
        }
        if (type == Duration.class) {
            return "a duration such as PT2M";
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
