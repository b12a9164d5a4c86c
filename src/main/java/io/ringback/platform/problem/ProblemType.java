package io.ringback.platform.problem;

import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/** The kinds of refusal the server knows. Their URIs are part of the contract and never change. */
public enum ProblemType {
    MALFORMED_REQUEST("malformed-request", HttpStatus.BAD_REQUEST, "The request cannot be read"),
    MALFORMED_JSON("malformed-json", HttpStatus.BAD_REQUEST, "The body is not readable JSON"),
    UNAUTHORIZED("unauthorized", HttpStatus.UNAUTHORIZED, "Sign in first"),
    FORBIDDEN("forbidden", HttpStatus.FORBIDDEN, "Not allowed"),
    CSRF("csrf", HttpStatus.FORBIDDEN, "The token of the page is missing or out of date"),
    NOT_FOUND("not-found", HttpStatus.NOT_FOUND, "Not found"),
    METHOD_NOT_ALLOWED("method-not-allowed", HttpStatus.METHOD_NOT_ALLOWED, "Method not allowed"),
    NOT_ACCEPTABLE("not-acceptable", HttpStatus.NOT_ACCEPTABLE, "No such representation"),
    REQUEST_TIMEOUT("request-timeout", HttpStatus.REQUEST_TIMEOUT, "The request did not arrive in time"),
    CONFLICT("conflict", HttpStatus.CONFLICT, "Conflict with the present state"),
    PRECONDITION_FAILED("precondition-failed", HttpStatus.PRECONDITION_FAILED, "Changed in the meantime"),
    PAYLOAD_TOO_LARGE("payload-too-large", HttpStatus.PAYLOAD_TOO_LARGE, "The body is too large"),
    UNSUPPORTED_MEDIA_TYPE("unsupported-media-type", HttpStatus.UNSUPPORTED_MEDIA_TYPE, "Unsupported media type"),
    VALIDATION("validation", HttpStatus.UNPROCESSABLE_ENTITY, "Something in the request is not valid"),
    OUTSIDE_HOURS("outside-hours", HttpStatus.UNPROCESSABLE_ENTITY, "The list does not call at that time"),
    PRECONDITION_REQUIRED("precondition-required", HttpStatus.PRECONDITION_REQUIRED, "Say which version you changed"),
    PURPOSE_REQUIRED("purpose-required", HttpStatus.PRECONDITION_REQUIRED, "Say what you look for"),
    TOO_MANY_REQUESTS("too-many-requests", HttpStatus.TOO_MANY_REQUESTS, "Too many attempts"),
    INTERNAL("internal", HttpStatus.INTERNAL_SERVER_ERROR, "The server failed"),
    BAD_GATEWAY("bad-gateway", HttpStatus.BAD_GATEWAY, "Another system did not answer as it should"),
    UNAVAILABLE("unavailable", HttpStatus.SERVICE_UNAVAILABLE, "Not available at the moment"),
    DATABASE_UNAVAILABLE("database-unavailable", HttpStatus.SERVICE_UNAVAILABLE, "The database does not answer");

    private final URI uri;
    private final HttpStatus status;
    private final String title;

    ProblemType(String slug, HttpStatus status, String title) {
        this.uri = URI.create("urn:ringback:problem:" + slug);
        this.status = status;
        this.title = title;
    }

    /** A problem document of this type. */
    public ProblemDetail withDetail(String detail) {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(uri);
        problem.setTitle(title);
        return problem;
    }

    public URI uri() {
        return uri;
    }

    /** The type that tells a bare HTTP status best. */
    public static ProblemType ofStatus(int status) {
        for (var type : values()) {
            if (type.status.value() == status) {
                return type;
            }
        }
        return status >= 500 ? INTERNAL : MALFORMED_REQUEST;
    }
}
