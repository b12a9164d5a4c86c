package io.ringback.platform.web;

import io.ringback.platform.problem.DatabaseAway;
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
 * Tells callers to try again whatever it was that found the database away: a filter, the session's, a controller, a
 * view. It lies around all of them.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class DatabaseAwayFilter extends OncePerRequestFilter {

    private static final Logger log = LoggerFactory.getLogger(DatabaseAwayFilter.class);

    private final DatabaseAwayAnswers answers;

    DatabaseAwayFilter(DatabaseAwayAnswers answers) {
        this.answers = answers;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | IOException | RuntimeException failure) {
            if (!DatabaseAway.isCauseOf(failure)) {
                throw failure;
            }
            if (response.isCommitted() && request.getAttribute(CompletedAnswers.WHOLE) != null) {
                return; // Only that the session was used could not be noted any more.
            }
            if (response.isCommitted()) {
                log.warn("An answer broke off: the database is away ({})", DatabaseAway.reason(failure));
                // Half an answer must not be taken for a whole one. Upon this Tomcat closes the connection, and logs
                // nothing more.
                throw new ClientAbortException(failure);
            }
            answers.write(request, response, failure);
        }
    }

    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }
}
