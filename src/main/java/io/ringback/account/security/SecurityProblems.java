package io.ringback.account.security;

import io.ringback.account.ApiCredentials;
import io.ringback.account.CallerLists;
import io.ringback.account.TooManyLogins;
import io.ringback.platform.problem.DatabaseAway;
import io.ringback.platform.problem.ProblemType;
import io.ringback.platform.web.Browsers;
import io.ringback.platform.web.DatabaseAwayAnswers;
import io.ringback.platform.web.ProblemWriter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;

/** Tells callers that they have to sign in, lack a role, or have to wait. */
@Component
class SecurityProblems implements AuthenticationEntryPoint, AccessDeniedHandler {

    private static final String NO_TOKEN =
            "There is no such token, or no more: it was revoked or has expired, its account is"
                    + " disabled, or it was not copied whole. Ask an administrator for a new one.";

    private final ProblemWriter problems;
    private final DatabaseAwayAnswers databaseAway;

    SecurityProblems(ProblemWriter problems, DatabaseAwayAnswers databaseAway) {
        this.problems = problems;
        this.databaseAway = databaseAway;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException refusal)
            throws IOException {
        if (refusal instanceof TooManyLogins tooMany) {
            response.setHeader(
                    HttpHeaders.RETRY_AFTER, Long.toString(tooMany.refusal().retryAfterSeconds()));
            problems.write(response, ProblemType.TOO_MANY_REQUESTS.withDetail(String.valueOf(tooMany.getMessage())));
            return;
        }
        if (refusal instanceof AuthenticationServiceException && DatabaseAway.isCauseOf(refusal)) {
            databaseAway.write(request, response, refusal);
            return;
        }
        if (ApiCredentials.token(request).isPresent()) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"Ringback\", error=\"invalid_token\"");
            problems.write(response, ProblemType.UNAUTHORIZED.withDetail(NO_TOKEN));
            return;
        }
        // Asked like this, a browser would put a dialog of its own before the page.
        if (!Browsers.isScript(request)) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Ringback\"");
        }
        problems.write(
                response,
                ProblemType.UNAUTHORIZED.withDetail("A token, or the id and password of an account, is expected."));
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refusal)
            throws IOException {
        if (refusal instanceof CsrfException) {
            problems.write(response, withoutToken());
            return;
        }
        problems.write(response, ProblemType.FORBIDDEN.withDetail(forbidden()));
    }

    private static String forbidden() {
        return CallerLists.areLimited()
                ? CallerLists.refusal() + " It may also lack the role."
                : "Your account, or its token, has no role that may do this.";
    }

    static ProblemDetail withoutToken() {
        return ProblemType.CSRF.withDetail("A browser's request that changes something needs the header"
                + " X-XSRF-TOKEN with the value of the cookie XSRF-TOKEN as it is now. Load the page again.");
    }
}
