package io.ringback.intake;

import io.ringback.platform.input.JsonProblems;
import io.ringback.platform.problem.FieldError;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/** Counts requests that are refused before anybody has looked at them: their form is wrong. Answers are left to others. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class RefusedBodies implements HandlerExceptionResolver {

    private final RefusedRequests refused;

    RefusedBodies(RefusedRequests refused) {
        this.refused = refused;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception failure) {
        if (handler instanceof HandlerMethod method
                && method.getBeanType() == IntakeController.class
                && method.getMethod().getName().equals(IntakeController.REQUEST)
                && request.getUserPrincipal() != null) {
            var program = request.getUserPrincipal().getName();
            if (failure instanceof MethodArgumentNotValidException invalid) {
                refused.count(program, list(invalid), errors(invalid));
            } else if (failure instanceof HttpMessageNotReadableException unreadable) {
                refused.count(program, null, errors(unreadable));
            }
        }
        return null;
    }

    private static @Nullable String list(MethodArgumentNotValidException invalid) {
        return invalid.getTarget() instanceof CallbackRequest request ? request.listId() : null;
    }

    private static List<FieldError> errors(MethodArgumentNotValidException invalid) {
        return invalid.getFieldErrors().stream()
                .map(error -> new FieldError(error.getField(), "", null))
                .toList();
    }

    private static List<FieldError> errors(HttpMessageNotReadableException unreadable) {
        var told = Objects.requireNonNullElse(JsonProblems.of(unreadable).getProperties(), Map.<String, Object>of());
        return told.get("errors") instanceof List<?> errors
                ? errors.stream()
                        .filter(FieldError.class::isInstance)
                        .map(FieldError.class::cast)
                        .toList()
                : List.of(new FieldError("", "", "UNREADABLE"));
    }
}
