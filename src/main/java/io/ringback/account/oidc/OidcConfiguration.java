package io.ringback.account.oidc;

import io.ringback.account.AccountAdministration;
import io.ringback.account.JdbcAccounts;
import io.ringback.account.NewSessions;
import io.ringback.account.security.SignIn;
import io.ringback.account.security.SignInChain;
import io.ringback.platform.database.Transactions;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.web.SecurityFilterChain;

/**
 * Signing in through an identity provider, if there is one. The way there and back has a filter chain of its own; the
 * session that begins at its end is like any other.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("ringback.oidc.issuer")
class OidcConfiguration {

    private static final String THERE = "/oauth2/authorization";
    private static final String BACK = "/login/oauth2/code/*";

    @Bean
    OidcSignIn oidcSignIn(NewSessions sessions, OidcSettings settings, Clock clock) {
        return new OidcSignIn(sessions, settings, new OidcClient(settings, clock));
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

    @Bean
    OidcTokens oidcTokens() {
        return new OidcTokens();
    }

    @Bean
    @Order(0)
    SecurityFilterChain oidcSecurity(
            HttpSecurity http, OidcAccounts accounts, OidcSignIn signIn, SignInChain chain, OidcTokens tokens)
            throws Exception {
        var client = signIn.client();
        chain.begin(http)
                .securityMatcher(THERE + "/*", BACK)
                .oauth2Login(login -> login.clientRegistrationRepository(client)
                        .authorizedClientRepository(new DiscardingAuthorizedClientRepository())
                        .loginPage(SignIn.ADDRESS)
                        .loginProcessingUrl(BACK)
                        .authorizationEndpoint(there -> there.authorizationRequestRepository(new OidcRequests(client))
                                .authorizationRequestResolver(requests(client)))
                        .tokenEndpoint(exchange -> exchange.accessTokenResponseClient(OidcExchange.tokens()))
                        .userInfoEndpoint(info -> info.oidcUserService(people(accounts, tokens)))
                        .successHandler(signIn)
                        .failureHandler(signIn)
                        .withObjectPostProcessor(failingTo(signIn)));
        return chain.end(http);
    }

    /** Also a client with a secret proves by PKCE that it is the one that asked. */
    private static DefaultOAuth2AuthorizationRequestResolver requests(OidcClient client) {
        var requests = new DefaultOAuth2AuthorizationRequestResolver(client, THERE);
        requests.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
        return requests;
    }

    private static OidcUserService people(OidcAccounts accounts, OidcTokens tokens) {
        var people = new OidcUserService() {
            @Override
            public OidcPerson loadUser(OidcUserRequest request) {
                var user = super.loadUser(request);
                var credentials = accounts.signIn(
                        user.getSubject(),
                        user.getClaims(),
                        () -> tokens.claimsOfAccess(
                                request.getClientRegistration(),
                                request.getAccessToken().getTokenValue()));
                return new OidcPerson(credentials, user);
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
