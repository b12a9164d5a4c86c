package io.ringback.account.security;

import io.ringback.account.AccountAuthentication;
import io.ringback.platform.web.ApiAddresses;
import io.ringback.platform.web.PageFiles;
import java.nio.charset.StandardCharsets;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.header.HeaderWriterFilter;

/**
 * Two kinds of addresses. The API takes HTTP Basic from programs and the session from scripts of the pages; the pages
 * take the session only, which begins at the form of {@code /login}.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

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
            EndpointAuthorization endpoints,
            SessionAccounts sessions,
            SecurityProblems problems)
            throws Exception {
        var basic = new BasicAuthenticationFilter(new ProviderManager(accounts), problems);
        basic.setCredentialsCharset(StandardCharsets.UTF_8.name());
        http.securityMatcher(ApiAddresses::contain)
                .csrf(csrf -> CsrfTokens.configure(csrf).requireCsrfProtectionMatcher(ApiCallers::needCsrfToken))
                .sessionManagement(management -> management.sessionCreationPolicy(SessionCreationPolicy.NEVER))
                .securityContext(context -> context.securityContextRepository(new ApiCallers(sessions)))
                .headers(PageHeaders::ofApi)
                .logout(AbstractHttpConfigurer::disable)
                .addFilter(basic)
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
