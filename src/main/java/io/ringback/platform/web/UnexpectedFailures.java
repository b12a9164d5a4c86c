package io.ringback.platform.web;

import io.ringback.platform.problem.ProblemType;
import jakarta.servlet.http.HttpServletRequest;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Logs what should not have happened under an id, and tells the caller only that id. The log names the endpoint by its
 * pattern, since the address itself may hold a phone number. It is one line, or a stranger could fill the disk; the whole trace
 * is logged at DEBUG.
 */
@Component
class UnexpectedFailures {

    private static final Logger log = LoggerFactory.getLogger(UnexpectedFailures.class);

    private final SecureRandom random = new SecureRandom();

    ProblemDetail report(Exception failure, WebRequest request) {
        var pattern =
                request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE, RequestAttributes.SCOPE_REQUEST);
        return report(failure, String.valueOf(pattern));
    }

    ProblemDetail report(Exception failure, HttpServletRequest request) {
        return report(failure, String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE)));
    }

    private ProblemDetail report(Exception failure, String pattern) {
        var bytes = new byte[6];
        random.nextBytes(bytes);
        var id = HexFormat.of().formatHex(bytes);
        log.error("Error {} at {}: {}", id, pattern, OneLineFailure.of(failure));
        log.debug("Error {}", id, failure);
        var problem = ProblemType.INTERNAL.withDetail(
                "Something went wrong in the server. Tell its administrator error id %s.".formatted(id));
        problem.setProperty("errorId", id);
        return problem;
    }
}
