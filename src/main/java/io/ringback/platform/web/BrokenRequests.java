package io.ringback.platform.web;

import io.ringback.platform.problem.Causes;
import io.ringback.platform.problem.ProblemType;
import jakarta.servlet.ServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ProblemDetail;

/** What to tell of a request whose body did not come whole, whoever noticed it and however. */
final class BrokenRequests {

    private BrokenRequests() {}

    /** Null when it is not the body that the failure comes from. */
    static @Nullable ProblemDetail problem(ServletRequest request, @Nullable Throwable failure) {
        var tooLarge = Causes.first(failure, BodyTooLarge.class);
        if (tooLarge.isPresent()) {
            return ProblemType.PAYLOAD_TOO_LARGE.withDetail(
                    String.valueOf(tooLarge.get().getMessage()));
        }
        var exceeded = RequestArrival.exceeded(request);
        if (exceeded > 0) { // Tomcat keeps to itself why it could not read a form
            return ProblemType.PAYLOAD_TOO_LARGE.withDetail(BodyTooLarge.detail(exceeded));
        }
        if (RequestArrival.tookTooLong(request)) {
            return ProblemType.REQUEST_TIMEOUT.withDetail("The request took too long to arrive, or too many others"
                    + " wait for theirs. Send it again, in one piece.");
        }
        if (RequestArrival.brokeOff(request)) {
            return ProblemType.MALFORMED_REQUEST.withDetail(
                    "The body of the request ended before its end, or is not valid HTTP.");
        }
        return null;
    }
}
