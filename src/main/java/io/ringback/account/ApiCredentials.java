package io.ringback.account;

import io.ringback.platform.web.ApiAddresses;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.util.StringUtils;

/** The id and password, or the token, with which a program calls the API. */
public final class ApiCredentials {

    private ApiCredentials() {}

    private static final String TOKEN = "Bearer ";

    /** Whether the request comes to the API with an id and a password, or a token. */
    public static boolean areIn(HttpServletRequest request) {
        var authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        return authorization != null
                && (StringUtils.startsWithIgnoreCase(authorization.strip(), "Basic") || isToken(authorization))
                && ApiAddresses.contain(request);
    }

    /** What the request sends as its token; empty when it sends none. */
    public static Optional<String> token(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
                .filter(ApiCredentials::isToken)
                .map(authorization ->
                        authorization.strip().substring(TOKEN.length()).strip());
    }

    private static boolean isToken(String authorization) {
        return StringUtils.startsWithIgnoreCase(authorization.strip(), TOKEN);
    }
}
