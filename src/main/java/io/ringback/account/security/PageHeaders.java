package io.ringback.account.security;

import org.jspecify.annotations.Nullable;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/** What browsers are told to let a page do, beside Spring Security's own headers. */
final class PageHeaders {

    private static final String FORMS = "form-action 'self'";

    private static final String PAGES = "default-src 'none'; script-src 'self'; style-src 'self';"
            + " img-src 'self' data:; font-src 'self'; connect-src 'self'; media-src 'self'; form-action 'self';"
            + " base-uri 'none'; frame-ancestors 'none'; manifest-src 'self'";

    // The page that describes the API styles itself as it goes.
    private static final String API_PAGE = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline';"
            + " img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'none'; base-uri 'none';"
            + " frame-ancestors 'none'";

    private static final String DATA = "default-src 'none'; frame-ancestors 'none'";

    private static final String PERMISSIONS = "autoplay=(self), camera=(), display-capture=(), fullscreen=(self),"
            + " geolocation=(), microphone=(), payment=(), usb=()";

    private PageHeaders() {}

    /** @param signOut where the form to sign out may lead besides: browsers look at redirects, too */
    static void ofPages(HeadersConfigurer<HttpSecurity> headers, @Nullable String signOut) {
        var directives = signOut == null ? PAGES : PAGES.replace(FORMS, FORMS + " " + signOut);
        common(headers).contentSecurityPolicy(policy -> policy.policyDirectives(directives));
    }

    static void ofApi(HeadersConfigurer<HttpSecurity> headers) {
        var apiPage = PathPatternRequestMatcher.withDefaults().matcher("/swagger-ui/**");
        common(headers)
                .addHeaderWriter(new DelegatingRequestMatcherHeaderWriter(apiPage, policy(API_PAGE)))
                .addHeaderWriter(
                        new DelegatingRequestMatcherHeaderWriter(request -> !apiPage.matches(request), policy(DATA)));
    }

    private static StaticHeadersWriter policy(String policy) {
        return new StaticHeadersWriter("Content-Security-Policy", policy);
    }

    // Not no-referrer: forms would be sent with an unknown origin.
    private static HeadersConfigurer<HttpSecurity> common(HeadersConfigurer<HttpSecurity> headers) {
        return headers.referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(permissions -> permissions.policy(PERMISSIONS));
    }
}
