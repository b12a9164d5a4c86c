package io.ringback.account.security;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The page somebody asked for before signing in. It travels in the address of the sign-in, so strangers cost nothing. */
public final class WantedPage {

    public static final String PARAMETER = "next";

    private static final int LONGEST = 2_000;
    // Browsers take \ for /, and //host for another server.
    private static final Pattern OWN_ADDRESS = Pattern.compile("/(?![/\\\\])[\\x21-\\x7e&&[^\\\\]]*");

    private WantedPage() {}

    /** The address of the sign-in that leads to what this request asked for. */
    static String signIn(HttpServletRequest request) {
        var query = request.getQueryString();
        var wanted = request.getRequestURI() + (query == null ? "" : "?" + query);
        var signIn = request.getContextPath() + SignIn.ADDRESS;
        if (!request.getMethod().equals("GET")
                || request.getRequestURI().equals(request.getContextPath() + "/")
                || !isOwn(wanted)) {
            return signIn;
        }
        return signIn + "?" + PARAMETER + "=" + URLEncoder.encode(wanted, StandardCharsets.UTF_8);
    }

    /** The address named in the request, if it is one of this server. */
    public static Optional<String> of(HttpServletRequest request) {
        return of(request.getParameter(PARAMETER));
    }

    /** The address, if it is one of this server. */
    public static Optional<String> of(@Nullable String address) {
        return Optional.ofNullable(address).filter(WantedPage::isOwn);
    }

    private static boolean isOwn(@Nullable String address) {
        if (address == null
                || address.length() > LONGEST
                || !OWN_ADDRESS.matcher(address).matches()) {
            return false;
        }
        try {
            var uri = new URI(address);
            return uri.getScheme() == null && uri.getRawAuthority() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
