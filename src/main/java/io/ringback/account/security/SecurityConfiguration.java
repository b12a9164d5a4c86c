package io.ringback.account.security;

import io.ringback.account.AccountAuthentication;
import io.ringback.account.TokenAuthentication;
import io.ringback.platform.web.ApiAddresses;
import io.ringback.platform.web.PageFiles;
import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.enums.SecuritySchemeType;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.security.SecurityScheme;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.config.web.PathPatternRequestMatcherBuilderFactoryBean;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.header.HeaderWriterFilter;

/**
 * Two kinds of addresses. The API takes a token or HTTP Basic from programs and the session from scripts of the pages; the pages
 * take the session only, which begins at the form of {@code /login}.
 */
@Configuration(proxyBeanMethods = false)
@SecurityScheme(
        name = "token",
        type = SecuritySchemeType.HTTP,
        scheme = "bearer",
        description = "A token of a program.")
@SecurityScheme(name = "password", type = SecuritySchemeType.HTTP, scheme = "basic", description = "An account's.")
@OpenAPIDefinition(security = {@SecurityRequirement(name = "token"), @SecurityRequirement(name = "password")})
class SecurityConfiguration {

    /** Else each filter of each request would be wrapped in an observation. */
    @Bean
    static SecurityObservationSettings unobservedSecurity() {
        return SecurityObservationSettings.noObservations();
    }

    /** Has addresses matched by what they are alone ({@link NoLookupAhead}). */
    @Bean
    static PathPatternRequestMatcherBuilderFactoryBean pathPatterns() {
        return new PathPatternRequestMatcherBuilderFactoryBean();
    }

    /** Whether the process lives is answered whoever asks: who that is, only the database knows, and it may be away. */
    @Bean
    @Order(0)
    SecurityFilterChain livenessSecurity(HttpSecurity http, EndpointAuthorization endpoints) throws Exception {
        http.securityMatcher("/actuator/health/liveness").headers(PageHeaders::ofApi);
        return askingNobody(http, endpoints);
    }

    /** So are the files that pages are made of: a desk opened in an outage is to say so in its own looks. */
    @Bean
    @Order(0)
    SecurityFilterChain fileSecurity(HttpSecurity http, EndpointAuthorization endpoints) throws Exception {
        http.securityMatcher(PageFiles::contain).headers(headers -> PageHeaders.ofPages(headers, null));
        return askingNobody(http, endpoints);
    }

    @Bean
    @Order(1)
    SecurityFilterChain apiSecurity(
            HttpSecurity http,
            AccountAuthentication accounts,
            TokenAuthentication tokens,
            EndpointAuthorization endpoints,
            SessionAccounts sessions,
            SecurityProblems problems)
            throws Exception {
        var credentials = new BasicAuthenticationFilter(new ProviderManager(accounts, tokens), problems);
        credentials.setAuthenticationConverter(new ApiCredentialsConverter());
        http.securityMatcher(ApiAddresses::contain)
                .csrf(csrf -> CsrfTokens.configure(csrf).requireCsrfProtectionMatcher(ApiCallers::needCsrfToken))
                .sessionManagement(management -> management.sessionCreationPolicy(SessionCreationPolicy.NEVER))
                .securityContext(context -> context.securityContextRepository(new ApiCallers(sessions)))
                .headers(PageHeaders::ofApi)
                .logout(AbstractHttpConfigurer::disable)
                .addFilter(credentials)
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(problems).accessDeniedHandler(problems));
        return SignInChain.guarded(http, endpoints);
    }

    @Bean
    @Order(2)
    SecurityFilterChain pageSecurity(
            HttpSecurity http, AccountAuthentication accounts, SignInChain chain, SignIn signIn, SignOut signOut)
            throws Exception {
        chain.begin(http)
                .authenticationManager(accounts::authenticateForSession)
                .formLogin(form ->
                        form.loginPage(SignIn.ADDRESS).successHandler(signIn).failureHandler(signIn))
                .logout(logout -> logout.addLogoutHandler(signOut).logoutSuccessHandler(signOut));
        return chain.end(http);
    }

    private static SecurityFilterChain askingNobody(HttpSecurity http, EndpointAuthorization endpoints)
            throws Exception {
        http.csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(management -> management.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .logout(AbstractHttpConfigurer::disable)
                .addFilterBefore(new WithoutSession(), HeaderWriterFilter.class);
        return SignInChain.guarded(http, endpoints);
    }
}
