package io.ringback.account;

import io.ringback.platform.web.ApiAddresses;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.util.StringUtils;

/** The id and password with which a program calls the API, as HTTP Basic sends them. */
public final class ApiCredentials {

    private ApiCredentials() {}

    /** Whether the request comes to the API with an id and a password. */
    public static boolean areIn(HttpServletRequest request) {
        var authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        return authorization != null
                && StringUtils.startsWithIgnoreCase(authorization.strip(), "Basic")
                && ApiAddresses.contain(request);
    }
}
