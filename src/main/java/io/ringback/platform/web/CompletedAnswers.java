package io.ringback.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.annotation.Order;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Notes that an answer was made without a failure; what lies around it, as the filter of sessions, may still fail. */
@Component
@Order(SessionRepositoryFilter.DEFAULT_ORDER + 1)
class CompletedAnswers extends OncePerRequestFilter {

    static final String WHOLE = CompletedAnswers.class.getName();

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, response);
        request.setAttribute(WHOLE, true);
    }
}
