package io.ringback.account.security;

import io.ringback.account.CallerRoles;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * Applies {@link EndpointRules}. What the table does not list is denied; only a caller who has signed in and asks for
 * an API address that does not exist is let through, to be told 404.
 */
@Component
class EndpointAuthorization implements AuthorizationManager<RequestAuthorizationContext> {

    private final ObjectProvider<RequestMappingHandlerMapping> endpoints;
    private final HeldCallers held;

    EndpointAuthorization(
            @Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> endpoints,
            HeldCallers held) {
        this.endpoints = endpoints;
        this.held = held;
    }

    @Override
    public AuthorizationDecision authorize(Supplier<Authentication> caller, RequestAuthorizationContext context) {
        return new AuthorizationDecision(isAllowed(caller, context.getRequest()));
    }

    @Override
    @Deprecated
    public AuthorizationDecision check(Supplier<Authentication> caller, RequestAuthorizationContext context) {
        return authorize(caller, context);
    }

    private boolean isAllowed(Supplier<Authentication> caller, HttpServletRequest request) {
        var path = ServletRequestPathUtils.parseAndCache(request);
        var rule = EndpointRules.find(HttpMethod.valueOf(request.getMethod()), path.pathWithinApplication());
        if (rule.isPresent() && rule.get().open()) {
            return true;
        }
        var authentication = caller.get();
        if (!isSignedIn(authentication)) {
            return false;
        }
        return rule.map(found ->
                        hasRole(authentication, found) && held.reach(found, path.pathWithinApplication(), request))
                .orElseGet(() -> isNowhere(request, path.pathWithinApplication().value()));
    }

    private static boolean isSignedIn(@Nullable Authentication caller) {
        return caller != null && caller.isAuthenticated() && !(caller instanceof AnonymousAuthenticationToken);
    }

    private static boolean hasRole(Authentication caller, EndpointRule rule) {
        return !Collections.disjoint(rule.roles(), CallerRoles.of(caller));
    }

    private boolean isNowhere(HttpServletRequest request, String path) {
        if (!path.startsWith("/api/")) {
            return false;
        }
        try {
            return endpoints.getObject().getHandler(request) == null;
        } catch (Exception e) {
            // Spring MVC refuses the request (method, media type) and will say so again when asked to handle it.
            return true;
        }
    }
}
