package io.ringback.account.security;

import io.ringback.account.Credentials;
import io.ringback.account.NewSessions;
import io.ringback.account.TooManyLogins;
import io.ringback.platform.problem.DatabaseAway;
import io.ringback.platform.web.DatabaseAwayAnswers;
import io.ringback.platform.web.Redirects;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.stereotype.Component;

/** What follows on the form of {@code /login}: the page that was wanted, or the form again with what is wrong. */
@Component
public class SignIn implements AuthenticationSuccessHandler, AuthenticationFailureHandler {

    public static final String ADDRESS = "/login";

    private static final Logger log = LoggerFactory.getLogger(SignIn.class);

    private final NewSessions sessions;

    SignIn(NewSessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication signedIn)
            throws IOException, ServletException {
        if (!sessions.begin(request, (Credentials) signedIn.getDetails())) {
            show(request, response, new Problem("wrong", 401, 0));
            return;
        }
        Redirects.send(response, WantedPage.of(request).orElse(request.getContextPath() + "/"));
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException refusal)
            throws IOException, ServletException {
        if (refusal instanceof TooManyLogins tooMany) {
            var seconds = tooMany.refusal().retryAfterSeconds();
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
            show(request, response, new Problem("wait", 429, seconds));
        } else if (refusal instanceof AuthenticationServiceException) {
            log.warn("Nobody can sign in: the database is away ({})", DatabaseAway.reason(refusal));
            response.setHeader(HttpHeaders.RETRY_AFTER, Integer.toString(DatabaseAwayAnswers.RETRY_AFTER));
            show(request, response, new Problem("unavailable", 503, DatabaseAwayAnswers.RETRY_AFTER));
        } else {
            show(request, response, new Problem("wrong", 401, 0));
        }
    }

    /** Shows the form with the problem, as it was filled in but for the password. */
    void show(HttpServletRequest request, HttpServletResponse response, Problem problem)
            throws IOException, ServletException {
        request.setAttribute(Problem.class.getName(), problem);
        response.setStatus(problem.status());
        request.getRequestDispatcher(ADDRESS).forward(new Shown(request), response);
    }

    /**
     * Why somebody could not sign in.
     *
     * @param kind the end of the key of its text
     * @param seconds how long to wait, if that helps
     */
    public record Problem(String kind, int status, long seconds) {}

    /** The form is shown, not sent a second time. */
    private static final class Shown extends HttpServletRequestWrapper {

        Shown(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getMethod() {
            return "GET";
        }
    }
}
