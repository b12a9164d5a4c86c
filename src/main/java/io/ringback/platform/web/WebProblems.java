package io.ringback.platform.web;

import io.ringback.platform.input.JsonProblems;
import io.ringback.platform.input.StrictJsonConverter;
import io.ringback.platform.problem.DatabaseAway;
import io.ringback.platform.problem.FieldError;
import io.ringback.platform.problem.ProblemType;
import io.ringback.platform.problem.Problems;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.ObjectError;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Turns what Spring MVC refuses into problem documents of ours. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class WebProblems extends ResponseEntityExceptionHandler {

    private final UnexpectedFailures unexpected;
    private final DatabaseAwayAnswers databaseAway;

    WebProblems(UnexpectedFailures unexpected, DatabaseAwayAnswers databaseAway) {
        this.unexpected = unexpected;
        this.databaseAway = databaseAway;
    }

    @Override
    protected ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException ex, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var broken = broken(ex, request);
        return answer(broken == null ? JsonProblems.of(ex) : broken, headers);
    }

    @Override
    protected ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException ex, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return invalid(ex.getBindingResult().getAllErrors().stream().map(WebProblems::error), headers);
    }

    @Override
    protected ResponseEntity<Object> handleHandlerMethodValidationException(
            HandlerMethodValidationException ex, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return invalid(ex.getParameterValidationResults().stream().flatMap(WebProblems::errors), headers);
    }

    @Override
    protected ResponseEntity<Object> handleMissingServletRequestParameter(
            MissingServletRequestParameterException ex,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        return answer(Problems.invalid(ex.getParameterName(), "is required"), headers);
    }

    @Override
    protected ResponseEntity<Object> handleServletRequestBindingException(
            ServletRequestBindingException ex, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (ex instanceof MissingRequestHeaderException missing) {
            return answer(Problems.invalid(missing.getHeaderName(), "is required as a header"), headers);
        }
        return handleExceptionInternal(ex, null, headers, status, request);
    }

    @Override
    protected ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException ex, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (!(ex instanceof MethodArgumentTypeMismatchException mismatch)) {
            return handleExceptionInternal(ex, null, headers, status, request);
        }
        if (mismatch.getParameter().hasParameterAnnotation(PathVariable.class)) {
            // No thing has such an id.
            return answer(ProblemType.NOT_FOUND.withDetail("There is nothing at this address."), headers);
        }
        var expected = "expected " + JsonProblems.describe(ex.getRequiredType());
        return answer(Problems.invalid(mismatch.getName(), expected), headers);
    }

    @Override
    protected ResponseEntity<Object> handleExceptionInternal(
            Exception ex, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (DatabaseAway.isCauseOf(ex)) {
            var away = databaseAway.entity(ex);
            return ResponseEntity.status(away.getStatusCode())
                    .headers(away.getHeaders())
                    .body(away.getBody());
        }
        var broken = broken(ex, request);
        if (broken != null) {
            return answer(broken, headers);
        }
        if (status.value() == 500) {
            return answer(unexpected.report(ex, request), headers);
        }
        return answer(ProblemType.ofStatus(status.value()).withDetail(detail(ex, status)), headers);
    }

    private static @Nullable ProblemDetail broken(Exception ex, WebRequest request) {
        return request instanceof ServletWebRequest web ? BrokenRequests.problem(web.getRequest(), ex) : null;
    }

    private static String detail(Exception ex, HttpStatusCode status) {
        if (ex instanceof HttpRequestMethodNotSupportedException unsupported) {
            return "This address takes %s.".formatted(Arrays.toString(unsupported.getSupportedMethods()));
        }
        if (ex instanceof HttpMediaTypeNotAcceptableException unacceptable
                && !unacceptable.getSupportedMediaTypes().isEmpty()) {
            return "This address answers in %s, which Accept does not ask for."
                    .formatted(types(unacceptable.getSupportedMediaTypes()));
        }
        return switch (status.value()) {
            case 404 -> "There is nothing at this address.";
            case 406 -> "This address cannot answer in the media type that Accept asks for.";
            case 415 -> "A body of type %s is expected.".formatted(types(ex));
            case 503 -> "Try again.";
            default -> "The request does not have what this address needs.";
        };
    }

    /** What the address names itself; where it names nothing, JSON is meant. */
    private static String types(Exception ex) {
        return ex instanceof HttpMediaTypeNotSupportedException unsupported
                        && unsupported.getSupportedMediaTypes().stream().noneMatch(StrictJsonConverter::isJson)
                        && !unsupported.getSupportedMediaTypes().isEmpty()
                ? types(unsupported.getSupportedMediaTypes())
                : MediaType.APPLICATION_JSON_VALUE;
    }

    private static String types(List<MediaType> types) {
        return types.stream().map(MediaType::toString).distinct().collect(Collectors.joining(" or "));
    }

    private static FieldError error(ObjectError error) {
        var field = error instanceof org.springframework.validation.FieldError at ? at.getField() : "";
        return new FieldError(field, String.valueOf(error.getDefaultMessage()));
    }

    private static Stream<FieldError> errors(ParameterValidationResult result) {
        if (result instanceof ParameterErrors bean) {
            return bean.getAllErrors().stream().map(WebProblems::error);
        }
        var parameter = String.valueOf(result.getMethodParameter().getParameterName());
        return result.getResolvableErrors().stream()
                .map(error -> new FieldError(parameter, String.valueOf(error.getDefaultMessage())));
    }

    private static ResponseEntity<Object> invalid(Stream<FieldError> errors, HttpHeaders headers) {
        var sorted = errors.sorted(Comparator.comparing(FieldError::field).thenComparing(FieldError::message))
                .toList();
        return answer(Problems.invalid(sorted), headers);
    }

    private static ResponseEntity<Object> answer(ProblemDetail problem, HttpHeaders headers) {
        return ResponseEntity.status(problem.getStatus())
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
