package io.ringback.account.security;

import static org.springframework.session.FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME;

import io.ringback.account.CallerRoles;
import io.ringback.account.Role;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * Keeps in the session who has signed in: the id of the account and its roles, as two texts, so that a session outlives
 * an update of the server and of its libraries.
 */
@Component
class SessionAccounts implements SecurityContextRepository {

    private static final String ROLES = "roles";

    @Override
    public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
        return new Deferred(SingletonSupplier.of(() -> new SecurityContextImpl(authentication(request))));
    }

    @Override
    @Deprecated
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        return loadDeferredContext(holder.getRequest()).get();
    }

    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
        var signedIn = context.getAuthentication();
        if (signedIn == null) {
            var session = request.getSession(false);
            if (session != null) {
                session.invalidate();
            }
            return;
        }
        var session = request.getSession(true);
        session.setAttribute(PRINCIPAL_NAME_INDEX_NAME, signedIn.getName());
        session.setAttribute(
                ROLES,
                CallerRoles.of(signedIn).stream().map(Role::name).sorted().collect(Collectors.joining(" ")));
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return authentication(request) != null;
    }

    private static @Nullable Authentication authentication(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session == null
                || !(session.getAttribute(PRINCIPAL_NAME_INDEX_NAME) instanceof String id)
                || !(session.getAttribute(ROLES) instanceof String roles)) {
            return null;
        }
        var authorities = Arrays.stream(roles.split(" "))
                .filter(role -> !role.isEmpty())
                .map(SimpleGrantedAuthority::new)
                .toList();
        return UsernamePasswordAuthenticationToken.authenticated(id, null, authorities);
    }

    private record Deferred(Supplier<SecurityContext> context) implements DeferredSecurityContext {

        @Override
        public SecurityContext get() {
            return context.get();
        }

        @Override
        public boolean isGenerated() {
            return context.get().getAuthentication() == null;
        }
    }
}
