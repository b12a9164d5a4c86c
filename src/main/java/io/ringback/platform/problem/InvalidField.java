package io.ringback.platform.problem;

import java.util.List;

/** What was asked for can be read but is not valid: 422 with the fields named. */
public class InvalidField extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<FieldError> errors;

    public InvalidField(String field, String message) {
        this(List.of(new FieldError(field, message)));
    }

    /** @param code see {@link FieldError} */
    public InvalidField(String field, String message, String code) {
        this(List.of(new FieldError(field, message, code)));
    }

    public InvalidField(List<FieldError> errors) {
        super("invalid: " + errors.stream().map(FieldError::field).toList());
        this.errors = List.copyOf(errors);
    }

    public List<FieldError> errors() {
        return errors;
    }
}
