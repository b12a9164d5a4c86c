package io.ringback.account.security;

import io.ringback.account.ApiCredentials;
import io.ringback.platform.web.Browsers;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;

/**
 * Who calls the API: whoever the credentials of HTTP Basic say, and only without any the account of the session. So a
 * request with credentials reads no session and leaves it as it is.
 */
final class ApiCallers implements SecurityContextRepository {

    private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    private final SecurityContextRepository ofRequest = new RequestAttributeSecurityContextRepository();
    private final SecurityContextRepository ofSession;

    ApiCallers(SecurityContextRepository ofSession) {
        this.ofSession = ofSession;
    }

    /**
     * Whether the caller may be a browser that sends cookies, or credentials once typed, by itself. Without either
     * there is nothing a foreign page could ride on.
     */
    static boolean needCsrfToken(HttpServletRequest request) {
        if (SAFE_METHODS.contains(request.getMethod())) {
            return false;
        }
        return ApiCredentials.areIn(request)
                ? Browsers.isSentByForeignPage(request)
                : request.getSession(false) != null;
    }

    private SecurityContextRepository repository(HttpServletRequest request) {
        return ApiCredentials.areIn(request) ? ofRequest : ofSession;
    }

    @Override
    public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
        return repository(request).loadDeferredContext(request);
    }

    @Override
    @Deprecated
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        return loadDeferredContext(holder.getRequest()).get();
    }

    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
        ofRequest.saveContext(context, request, response);
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return repository(request).containsContext(request);
    }
}
