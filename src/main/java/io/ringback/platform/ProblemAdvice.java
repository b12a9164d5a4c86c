package io.ringback.platform;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.ConstraintViolationException;
import java.util.Comparator;
import java.util.List;
import org.apache.catalina.connector.ClientAbortException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Turns the refusals of features, and everything unforeseen, into problem documents. */
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class ProblemAdvice {

    static final String DATABASE_AWAY = "The database does not answer. Try again in a few seconds.";

    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

    private final UnexpectedFailures unexpected;

    ProblemAdvice(UnexpectedFailures unexpected) {
        this.unexpected = unexpected;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> invalid(InvalidField refusal) {
        return answer(Problems.invalid(refusal.errors()));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> invalid(ConstraintViolationException refusal) {
        List<FieldError> errors = refusal.getConstraintViolations().stream()
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
        return ResponseEntity.status(429)
                .header(HttpHeaders.RETRY_AFTER, Long.toString(refusal.retryAfterSeconds()))
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(ProblemType.TOO_MANY_REQUESTS.withDetail(String.valueOf(refusal.getMessage())));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> tooManyOpen(TooManyOpen refusal) {
        var problem = refusal.type().withDetail(String.valueOf(refusal.getMessage()));
        return ResponseEntity.status(problem.getStatus())
                .header(HttpHeaders.RETRY_AFTER, Long.toString(refusal.retryAfterSeconds()))
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> tooLarge(BodyTooLarge refusal) {
        return answer(ProblemType.PAYLOAD_TOO_LARGE.withDetail(String.valueOf(refusal.getMessage())));
    }

    @ExceptionHandler({
        CannotCreateTransactionException.class,
        DataAccessResourceFailureException.class,
        TransientDataAccessResourceException.class
    })
    ResponseEntity<ProblemDetail> databaseAway(Exception failure) {
        log.error("The database does not answer", failure);
        return ResponseEntity.status(503)
                .header(HttpHeaders.RETRY_AFTER, "5")
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(ProblemType.UNAVAILABLE.withDetail(DATABASE_AWAY));
    }

    /** The caller went away; there is nobody to tell. */
    @ExceptionHandler
    void gone(ClientAbortException nobody) {
        log.debug("The caller closed the connection");
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
        return answer(unexpected.report(failure, request));
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
