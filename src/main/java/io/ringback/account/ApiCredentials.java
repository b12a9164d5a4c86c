package io.ringback.account;

import io.ringback.platform.ApiAddresses;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.util.StringUtils;

/** The id and password with which a program calls the API, as HTTP Basic sends them. */
final class ApiCredentials {

    private ApiCredentials() {}

    /** Whether the request comes to the API with an id and a password. */
    static boolean areIn(HttpServletRequest request) {
        var authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        return authorization != null
                && StringUtils.startsWithIgnoreCase(authorization.strip(), "Basic")
                && ApiAddresses.contain(request);
    }
}
