package io.ringback.platform.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * One thing wrong with one field of a request.
 *
 * @param field where, as a path: {@code phoneNumber}, {@code attributes.order}, {@code roles[0]}
 * @param message what is expected there, without repeating what was sent
 * @param code names the fault for programs, and for pages in other languages; null where nobody asks for it
 * @param value what was sent, made plain and short, where nothing else tells what the fault is about
 */
public record FieldError(
        String field,
        String message,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String code,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String value) {

    public FieldError(String field, String message) {
        this(field, message, null);
    }

    public FieldError(String field, String message, @Nullable String code) {
        this(field, message, code, null);
    }
}
