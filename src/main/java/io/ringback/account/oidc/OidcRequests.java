package io.ringback.account.oidc;

import io.ringback.account.security.WantedPage;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.web.util.WebUtils;

/**
 * Keeps in a cookie of the browser what it was sent to the provider with: strangers cost no session, and any node can take
 * them back. The provider's answer must come to the same browser, and its id token must carry the hash of the nonce.
 */
class OidcRequests implements AuthorizationRequestRepository<OAuth2AuthorizationRequest> {

    static final String COOKIE = "OIDC";

    private static final String PATH = "/login/oauth2";
    private static final Duration KEPT = Duration.ofMinutes(10);
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
    private static final String NEXT = OidcRequests.class.getName() + ".next";

    private final OidcClient client;

    OidcRequests(OidcClient client) {
        this.client = client;
    }

    /** The page that was wanted when the browser was sent to the provider. */
    static Optional<String> wantedPage(HttpServletRequest request) {
        return WantedPage.of((String) request.getAttribute(NEXT));
    }

    @Override
    public void saveAuthorizationRequest(
            @Nullable OAuth2AuthorizationRequest sent, HttpServletRequest request, HttpServletResponse response) {
        if (sent == null) {
            setCookie("", Duration.ZERO, request, response);
            return;
        }
        var kept = Stream.of(
                        sent.getState(),
                        sent.<String>getAttribute(OidcParameterNames.NONCE),
                        sent.<String>getAttribute(PkceParameterNames.CODE_VERIFIER),
                        sent.getRedirectUri(),
                        WantedPage.of(request).orElse(""))
                .map(text -> ENCODER.encodeToString(text.getBytes(StandardCharsets.UTF_8)))
                .collect(Collectors.joining("."));
        setCookie(kept, KEPT, request, response);
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest request) {
        var kept = kept(request);
        if (kept.size() != 5
                || kept.subList(0, 4).contains("")
                || !kept.get(0).equals(request.getParameter(OAuth2ParameterNames.STATE))) {
            return null;
        }
        request.setAttribute(NEXT, kept.get(4));
        var provider = client.get();
        return OAuth2AuthorizationRequest.authorizationCode()
                .clientId(provider.getClientId())
                .authorizationUri(provider.getProviderDetails().getAuthorizationUri())
                .scopes(provider.getScopes())
                .state(kept.get(0))
                .redirectUri(kept.get(3))
                .attributes(attributes -> {
                    attributes.put(OAuth2ParameterNames.REGISTRATION_ID, OidcClient.REGISTRATION);
                    attributes.put(OidcParameterNames.NONCE, kept.get(1));
                    attributes.put(PkceParameterNames.CODE_VERIFIER, kept.get(2));
                })
                .build();
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest removeAuthorizationRequest(
            HttpServletRequest request, HttpServletResponse response) {
        var sent = loadAuthorizationRequest(request);
        if (sent != null) {
            setCookie("", Duration.ZERO, request, response);
        }
        return sent;
    }

    private static List<String> kept(HttpServletRequest request) {
        var cookie = WebUtils.getCookie(request, COOKIE);
        if (cookie == null) {
            return List.of();
        }
        try {
            return Arrays.stream(cookie.getValue().split("\\.", -1))
                    .map(part -> new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8))
                    .toList();
        } catch (IllegalArgumentException e) {
            return List.of();
        }
    }

    // Lax, since the browser comes back from another site.
    private static void setCookie(
            String value, Duration age, HttpServletRequest request, HttpServletResponse response) {
        var cookie = ResponseCookie.from(COOKIE, value)
                .path(Objects.requireNonNullElse(request.getContextPath(), "") + PATH)
                .maxAge(age)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
