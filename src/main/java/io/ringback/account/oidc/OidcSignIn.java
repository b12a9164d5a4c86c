package io.ringback.account.oidc;

import io.ringback.account.NewSessions;
import io.ringback.account.security.IdentityProvider;
import io.ringback.account.security.SignIn;
import io.ringback.account.security.WantedPage;
import io.ringback.platform.problem.Causes;
import io.ringback.platform.web.Redirects;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.util.UriComponentsBuilder;

/** What follows when somebody comes back from the identity provider: the page that was wanted, or the sign-in again. */
class OidcSignIn implements IdentityProvider, AuthenticationSuccessHandler, AuthenticationFailureHandler {

    private static final Logger log = LoggerFactory.getLogger(OidcSignIn.class);

    private final NewSessions sessions;
    private final OidcSettings settings;
    private final OidcClient client;

    OidcSignIn(NewSessions sessions, OidcSettings settings, OidcClient client) {
        this.sessions = sessions;
        this.settings = settings;
        this.client = client;
    }

    OidcClient client() {
        return client;
    }

    @Override
    public @Nullable String signOutOrigin() {
        return settings.signOut() ? settings.origin() : null;
    }

    @Override
    public Optional<SignIn.Problem> problem(@Nullable String reason) {
        return OidcRefusal.named(reason).map(OidcRefusal::asProblem);
    }

    @Override
    public Optional<String> signOutAddress(String idToken, String back) {
        if (!settings.signOut()) {
            return Optional.empty();
        }
        try {
            var endpoint =
                    client.get().getProviderDetails().getConfigurationMetadata().get("end_session_endpoint");
            return Optional.ofNullable(endpoint)
                    .map(String::valueOf)
                    .filter(settings::isAtIssuer)
                    .map(address -> UriComponentsBuilder.fromUriString(address)
                            .queryParam("client_id", "{client}")
                            .queryParam("id_token_hint", "{token}")
                            .queryParam("post_logout_redirect_uri", "{back}")
                            .encode()
                            .buildAndExpand(settings.clientId(), idToken, back)
                            .toUriString());
        } catch (OAuth2AuthenticationException away) {
            return Optional.empty();
        }
    }

    @Override
    public String name() {
        return settings.shownName();
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication signedIn) throws IOException {
        var person = (OidcPerson) signedIn.getPrincipal();
        if (sessions.begin(request, person.credentials())) {
            if (settings.signOut()) {
                request.getSession().setAttribute(ID_TOKEN, person.getIdToken().getTokenValue());
            }
            Redirects.send(response, OidcRequests.wantedPage(request).orElse(request.getContextPath() + "/"));
        } else {
            refuse(request, response, OidcRefusal.FAILED);
        }
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        var refusal = refusal(failure);
        if (refusal == OidcRefusal.FAILED) {
            log.warn("A sign-in through the identity provider failed: {}", reason(failure));
        }
        refuse(request, response, refusal);
    }

    private static void refuse(HttpServletRequest request, HttpServletResponse response, OidcRefusal refusal) {
        var next = OidcRequests.wantedPage(request)
                .or(() -> WantedPage.of(request))
                .map(page -> "&" + WantedPage.PARAMETER + "=" + URLEncoder.encode(page, StandardCharsets.UTF_8))
                .orElse("");
        Redirects.send(response, request.getContextPath() + SignIn.ADDRESS + "?refused=" + refusal + next);
    }

    private static OidcRefusal refusal(Throwable failure) {
        for (var cause : Causes.of(failure).toList()) {
            if (cause instanceof ResourceAccessException) {
                return OidcRefusal.UNAVAILABLE;
            }
            if (cause instanceof OAuth2AuthenticationException refused) {
                var named = OidcRefusal.named(refused.getError().getErrorCode());
                if (named.isPresent()) {
                    return named.get();
                }
            }
        }
        return OidcRefusal.FAILED;
    }

    /** The code of the error alone where there is one: its description may hold what was sent. */
    private static String reason(AuthenticationException failure) {
        return failure instanceof OAuth2AuthenticationException refused
                ? refused.getError().getErrorCode()
                : failure.getClass().getSimpleName();
    }
}
