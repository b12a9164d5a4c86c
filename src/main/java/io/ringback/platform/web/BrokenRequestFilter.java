package io.ringback.platform.web;

import io.ringback.platform.problem.Causes;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.catalina.connector.ClientAbortException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The last to deal with what went wrong with a request, before the container would write it into its log. A body that
 * breaks off is the sender's business: told, not logged.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class BrokenRequestFilter extends OncePerRequestFilter {

    private static final Logger log = LoggerFactory.getLogger(BrokenRequestFilter.class);

    private final ProblemWriter problems;
    private final UnexpectedFailures unexpected;

    BrokenRequestFilter(ProblemWriter problems, UnexpectedFailures unexpected) {
        this.problems = problems;
        this.unexpected = unexpected;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (IOException | ServletException | RuntimeException failure) {
            answer(request, response, failure);
        }
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, Exception failure)
            throws IOException {
        var broken = BrokenRequests.problem(request, failure);
        if (broken != null) {
            problems.write(request, response, broken);
        } else if (isGone(failure)) {
            log.debug("The caller closed the connection");
        } else {
            problems.write(request, response, unexpected.report(failure, request));
        }
    }

    private static boolean isGone(Throwable failure) {
        return Causes.first(failure, ClientAbortException.class).isPresent();
    }
}
