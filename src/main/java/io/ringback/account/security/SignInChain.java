package io.ringback.account.security;

import jakarta.servlet.DispatcherType;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.stereotype.Component;

/** What all chains of filters have in common through which people come to the pages, however they sign in. */
@Component
public class SignInChain {

    private final EndpointAuthorization endpoints;
    private final SessionAccounts sessions;
    private final PageRefusals refusals;
    private final ObjectProvider<IdentityProvider> provider;

    SignInChain(
            EndpointAuthorization endpoints,
            SessionAccounts sessions,
            PageRefusals refusals,
            ObjectProvider<IdentityProvider> provider) {
        this.endpoints = endpoints;
        this.sessions = sessions;
        this.refusals = refusals;
        this.provider = provider;
    }

    /** A session that is new at each sign-in, what browsers are told, and what strangers are answered. */
    public HttpSecurity begin(HttpSecurity http) throws Exception {
        return http.csrf(CsrfTokens::configure)
                .sessionManagement(management -> management.sessionFixation(fixation -> fixation.newSession()))
                .securityContext(context -> context.securityContextRepository(sessions))
                .headers(headers -> PageHeaders.ofPages(
                        headers,
                        provider.stream()
                                .findFirst()
                                .map(IdentityProvider::signOutOrigin)
                                .orElse(null)))
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(refusals).accessDeniedHandler(refusals));
    }

    /** Nobody comes through who may not, by the table of {@link EndpointRules}. */
    public SecurityFilterChain end(HttpSecurity http) throws Exception {
        return guarded(http, endpoints);
    }

    static SecurityFilterChain guarded(HttpSecurity http, EndpointAuthorization endpoints) throws Exception {
        return http.requestCache(AbstractHttpConfigurer::disable)
                // The rest of a request that was let through already: an error, the end of a stream, a page shown.
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(
                                DispatcherType.ERROR, DispatcherType.ASYNC, DispatcherType.FORWARD)
                        .permitAll()
                        .anyRequest()
                        .access(endpoints))
                .build();
    }
}
