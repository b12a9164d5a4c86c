package io.ringback.account;

import io.ringback.platform.Transactions;
import java.time.Clock;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.web.SecurityFilterChain;

/**
 * Signing in through an identity provider, if there is one. The way there and back has a filter chain of its own; the
 * session that begins at its end is like any other. Signing out is only from here.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("ringback.oidc.issuer")
class OidcConfiguration {

    private static final String THERE = "/oauth2/authorization";
    private static final String BACK = "/login/oauth2/code/*";

    @Bean
    OidcSignIn oidcSignIn(NewSessions sessions, OidcSettings settings) {
        return new OidcSignIn(sessions, settings);
    }

    @Bean
    OidcAccounts oidcAccounts(
            OidcSettings settings,
            JdbcAccounts accounts,
            JdbcOidcSubjects subjects,
            AccountAdministration administration,
            Transactions transactions) {
        return new OidcAccounts(settings, accounts, subjects, administration, transactions);
    }

    /** One for the one provider there is. */
    @Bean
    JwtDecoderFactory<ClientRegistration> oidcIdTokens() {
        var decoders = new ConcurrentHashMap<ClientRegistration, JwtDecoder>();
        return client -> decoders.computeIfAbsent(client, OidcExchange::idTokens);
    }

    @Bean
    @Order(0)
    SecurityFilterChain oidcSecurity(
            HttpSecurity http,
            OidcSettings settings,
            OidcAccounts accounts,
            OidcSignIn signIn,
            EndpointAuthorization endpoints,
            SessionAccounts sessions,
            PageRefusals refusals,
            Clock clock)
            throws Exception {
        OidcClient client = new OidcClient(settings, clock);
        http.securityMatcher(THERE + "/*", BACK)
                .csrf(CsrfTokens::configure)
                .sessionManagement(management -> management.sessionFixation(fixation -> fixation.newSession()))
                .securityContext(context -> context.securityContextRepository(sessions))
                .headers(PageHeaders::ofPages)
                .oauth2Login(login -> login.clientRegistrationRepository(client)
                        .authorizedClientRepository(new ForgottenTokens())
                        .loginPage(SignIn.ADDRESS)
                        .loginProcessingUrl(BACK)
                        .authorizationEndpoint(there -> there.authorizationRequestRepository(new OidcRequests(client))
                                .authorizationRequestResolver(requests(client)))
                        .tokenEndpoint(tokens -> tokens.accessTokenResponseClient(OidcExchange.tokens()))
                        .userInfoEndpoint(info -> info.oidcUserService(people(accounts)))
                        .successHandler(signIn)
                        .failureHandler(signIn)
                        .withObjectPostProcessor(failingTo(signIn)))
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(refusals).accessDeniedHandler(refusals));
        return SecurityConfiguration.guarded(http, endpoints);
    }

    /** Also a client with a secret proves by PKCE that it is the one that asked. */
    private static DefaultOAuth2AuthorizationRequestResolver requests(OidcClient client) {
        var requests = new DefaultOAuth2AuthorizationRequestResolver(client, THERE);
        requests.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
        return requests;
    }

    private static OidcUserService people(OidcAccounts accounts) {
        var people = new OidcUserService() {
            @Override
            public OidcPerson loadUser(OidcUserRequest request) {
                var user = super.loadUser(request);
                return new OidcPerson(accounts.signIn(user.getSubject(), user.getClaims()), user);
            }
        };
        people.setOauth2UserService(OidcExchange.userInfo());
        return people;
    }

    private static ObjectPostProcessor<OAuth2AuthorizationRequestRedirectFilter> failingTo(OidcSignIn signIn) {
        return new ObjectPostProcessor<>() {
            @Override
            public <O extends OAuth2AuthorizationRequestRedirectFilter> O postProcess(O filter) {
                filter.setAuthenticationFailureHandler(signIn);
                return filter;
            }
        };
    }
}
