package io.ringback.exchange;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Breaks the connection off when a file cannot be written to its end. Spring MVC would add a problem document to what
 * was sent, and half a file would look like a whole one.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
public class BrokenExports extends OncePerRequestFilter {

    private static final String BROKEN = BrokenExports.class.getName();
    private static final Logger log = LoggerFactory.getLogger(BrokenExports.class);

    public static void breakOff(HttpServletRequest request, Exception failure) {
        log.warn("An export broke off", failure);
        request.setAttribute(BROKEN, true);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, response);
        if (request.getAttribute(BROKEN) != null) {
            throw new IOException("the export broke off");
        }
    }
}
