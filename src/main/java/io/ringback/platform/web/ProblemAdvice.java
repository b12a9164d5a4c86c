package io.ringback.platform.web;

import io.ringback.platform.problem.Busy;
import io.ringback.platform.problem.Conflict;
import io.ringback.platform.problem.DatabaseAway;
import io.ringback.platform.problem.FieldError;
import io.ringback.platform.problem.Forbidden;
import io.ringback.platform.problem.InvalidField;
import io.ringback.platform.problem.Malformed;
import io.ringback.platform.problem.NotFound;
import io.ringback.platform.problem.PreconditionFailed;
import io.ringback.platform.problem.PreconditionRequired;
import io.ringback.platform.problem.ProblemType;
import io.ringback.platform.problem.Problems;
import io.ringback.platform.problem.Refusal;
import io.ringback.platform.problem.TimeRefused;
import io.ringback.platform.problem.TooManyOpen;
import io.ringback.platform.problem.TooManyRequests;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.ConstraintViolationException;
import java.util.Comparator;
import org.apache.catalina.connector.ClientAbortException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Turns the refusals of features, and everything unforeseen, into problem documents. */
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class ProblemAdvice {

    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

    private final UnexpectedFailures unexpected;
    private final DatabaseAwayAnswers databaseAway;

    ProblemAdvice(UnexpectedFailures unexpected, DatabaseAwayAnswers databaseAway) {
        this.unexpected = unexpected;
        this.databaseAway = databaseAway;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> invalid(InvalidField refusal) {
        return answer(Problems.invalid(refusal.errors()));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> invalid(TimeRefused refusal) {
        return answer(refusal.problem());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(Refusal refusal) {
        return answer(refusal.problem());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> invalid(ConstraintViolationException refusal) {
        var errors = refusal.getConstraintViolations().stream()
                .map(violation -> new FieldError(violation.getPropertyPath().toString(), violation.getMessage()))
                .sorted(Comparator.comparing(FieldError::field).thenComparing(FieldError::message))
                .toList();
        return answer(Problems.invalid(errors));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> malformed(Malformed refusal) {
        return answer(ProblemType.MALFORMED_REQUEST, refusal);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> rejected(RequestRejectedException refusal) {
        return answer(ProblemType.MALFORMED_REQUEST.withDetail(RejectedRequests.DETAIL));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> notFound(NotFound refusal) {
        return answer(ProblemType.NOT_FOUND, refusal);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> conflict(Conflict refusal) {
        return answer(ProblemType.CONFLICT, refusal);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> changedSince(PreconditionFailed refusal) {
        return answer(ProblemType.PRECONDITION_FAILED, refusal);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> withoutVersion(PreconditionRequired refusal) {
        return answer(ProblemType.PRECONDITION_REQUIRED, refusal);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> lostRace(ConcurrencyFailureException race) {
        return busy("Somebody else changed it at the same moment. Try again.");
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> busy(Busy refusal) {
        return busy(String.valueOf(refusal.getMessage()));
    }

    private static ResponseEntity<ProblemDetail> busy(String detail) {
        return ResponseEntity.status(409)
                .header(HttpHeaders.RETRY_AFTER, "1")
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(ProblemType.CONFLICT.withDetail(detail));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> forbidden(Forbidden refusal) {
        return answer(ProblemType.FORBIDDEN, refusal);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> tooMany(TooManyRequests refusal) {
        return later(ProblemType.TOO_MANY_REQUESTS, refusal, refusal.retryAfterSeconds());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> tooManyOpen(TooManyOpen refusal) {
        return later(refusal.type(), refusal, refusal.retryAfterSeconds());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> tooLarge(BodyTooLarge refusal) {
        return answer(ProblemType.PAYLOAD_TOO_LARGE.withDetail(String.valueOf(refusal.getMessage())));
    }

    /** Either its body broke off, or the caller went away and there is nobody to tell. */
    @ExceptionHandler
    @Nullable
    ResponseEntity<ProblemDetail> gone(ClientAbortException nobody, HttpServletRequest request) {
        var broken = BrokenRequests.problem(request, nobody);
        if (broken == null) {
            log.debug("The caller closed the connection");
            return null;
        }
        return answer(broken);
    }

    /** Left to the security filters, which know whether the caller has signed in. */
    @ExceptionHandler
    void denied(AccessDeniedException denied) {
        throw denied;
    }

    @ExceptionHandler
    void notSignedIn(AuthenticationException denied) {
        throw denied;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unforeseen(Exception failure, HttpServletRequest request) {
        if (DatabaseAway.isCauseOf(failure)) {
            return databaseAway.entity(failure);
        }
        var broken = BrokenRequests.problem(request, failure);
        return answer(broken == null ? unexpected.report(failure, request) : broken);
    }

    private static ResponseEntity<ProblemDetail> later(ProblemType type, RuntimeException refusal, long seconds) {
        var problem = type.withDetail(String.valueOf(refusal.getMessage()));
        return ResponseEntity.status(problem.getStatus())
                .header(HttpHeaders.RETRY_AFTER, Long.toString(seconds))
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private static ResponseEntity<ProblemDetail> answer(ProblemType type, RuntimeException refusal) {
        return answer(type.withDetail(String.valueOf(refusal.getMessage())));
    }

    private static ResponseEntity<ProblemDetail> answer(ProblemDetail problem) {
        return ResponseEntity.status(problem.getStatus())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
