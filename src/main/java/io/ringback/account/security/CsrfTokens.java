package io.ringback.account.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRequestHandler;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;

/**
 * The token that shows that a page of ours sent a request. It is in a cookie which scripts read anew for each call, so
 * that a page left open goes on working after its agent signed in again elsewhere; and strangers cost no session.
 */
final class CsrfTokens implements CsrfTokenRequestHandler {

    private final XorCsrfTokenRequestAttributeHandler masked = new XorCsrfTokenRequestAttributeHandler();

    private CsrfTokens() {}

    static CsrfConfigurer<HttpSecurity> configure(CsrfConfigurer<HttpSecurity> csrf) {
        var cookies = new CookieCsrfTokenRepository();
        cookies.setCookieCustomizer(cookie -> cookie.httpOnly(false).sameSite("Lax"));
        return csrf.csrfTokenRepository(cookies).csrfTokenRequestHandler(new CsrfTokens());
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, Supplier<CsrfToken> token) {
        masked.handle(request, response, token);
    }

    /** Scripts send the cookie's value as it is; what a page holds is masked, since pages are compressed. */
    @Override
    public @Nullable String resolveCsrfTokenValue(HttpServletRequest request, CsrfToken token) {
        var header = request.getHeader(token.getHeaderName());
        return token.getToken().equals(header) ? header : masked.resolveCsrfTokenValue(request, token);
    }
}
