package io.ringback.account.security;

import static java.util.stream.Collectors.joining;

import io.ringback.account.CallerRoles;
import io.ringback.account.MenuEntry;
import io.ringback.account.Role;
import io.ringback.platform.problem.ProblemType;
import io.ringback.platform.web.Browsers;
import io.ringback.platform.web.ProblemWriter;
import io.ringback.platform.web.Redirects;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.ProblemDetail;
import org.springframework.http.server.PathContainer;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;
import org.springframework.web.util.ServletRequestPathUtils;

/** Leads strangers who ask for a page to the sign-in, and tells the others what is wrong. */
@Component
class PageRefusals implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final ProblemWriter problems;
    private final SignIn signIn;

    PageRefusals(ProblemWriter problems, SignIn signIn) {
        this.problems = problems;
        this.signIn = signIn;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException refusal)
            throws IOException {
        if (Browsers.isScript(request)) {
            problems.write(response, ProblemType.UNAUTHORIZED.withDetail("The session has ended. Sign in at /login."));
        } else {
            Redirects.send(response, WantedPage.signIn(request));
        }
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refusal)
            throws IOException, ServletException {
        var path = ServletRequestPathUtils.parseAndCache(request).pathWithinApplication();
        var methods = EndpointRules.methodsOf(path);
        if (refusal instanceof CsrfException) {
            refuseToken(request, response, path.value().equals(SignIn.ADDRESS));
        } else if (methods.isEmpty()) {
            problems.write(request, response, ProblemType.NOT_FOUND.withDetail("There is nothing at this address."));
        } else if (!methods.contains(EndpointRules.asked(HttpMethod.valueOf(request.getMethod())))) {
            var allowed = methods.stream().map(HttpMethod::name).collect(joining(", "));
            response.setHeader(HttpHeaders.ALLOW, allowed);
            problems.write(
                    request,
                    response,
                    ProblemType.METHOD_NOT_ALLOWED.withDetail("This address takes %s.".formatted(allowed)));
        } else {
            problems.write(request, response, forbidden(path, request));
        }
    }

    /** Says who may, and where the one who may not can go instead. */
    private static ProblemDetail forbidden(PathContainer path, HttpServletRequest request) {
        var problem = ProblemType.FORBIDDEN.withDetail("Your account has no role that may do this.");
        EndpointRules.find(HttpMethod.valueOf(request.getMethod()), path)
                .ifPresent(rule -> problem.setProperty(
                        "roles", rule.roles().stream().sorted().map(Role::name).toList()));
        problem.setProperty(
                "places",
                MenuEntry.ALL.stream()
                        .filter(place -> place.isFor(rolesOf(request)))
                        .map(place -> Map.of("key", place.key(), "address", place.address()))
                        .toList());
        return problem;
    }

    private static Set<Role> rolesOf(HttpServletRequest request) {
        return request.getUserPrincipal() instanceof Authentication caller ? CallerRoles.of(caller) : Set.of();
    }

    private void refuseToken(HttpServletRequest request, HttpServletResponse response, boolean signingIn)
            throws IOException, ServletException {
        if (signingIn && !Browsers.isScript(request)) {
            signIn.show(request, response, new SignIn.Problem("stale", 403, 0));
        } else {
            problems.write(request, response, SecurityProblems.withoutToken());
        }
    }
}
