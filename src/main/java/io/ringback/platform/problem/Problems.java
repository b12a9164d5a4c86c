package io.ringback.platform.problem;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.ProblemDetail;

/** Problem documents that name fields. */
public final class Problems {

    private Problems() {}

    public static ProblemDetail invalid(List<FieldError> errors) {
        var detail = errors.stream()
                .map(error -> (error.field() + " " + error.message()).strip())
                .collect(Collectors.joining("; "));
        var problem = ProblemType.VALIDATION.withDetail(detail);
        problem.setProperty("errors", errors);
        return problem;
    }

    public static ProblemDetail invalid(String field, String message) {
        return invalid(List.of(new FieldError(field, message)));
    }
}
