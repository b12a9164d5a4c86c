package io.ringback.account.security;

import io.ringback.account.ApiCredentials;
import io.ringback.account.PresentedToken;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.AuthenticationConverter;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.security.web.authentication.www.BasicAuthenticationConverter;

/** Reads what a program calls the API with: a token, or an id and a password. */
final class ApiCredentialsConverter implements AuthenticationConverter {

    private final BasicAuthenticationConverter basic = new BasicAuthenticationConverter();

    ApiCredentialsConverter() {
        basic.setCredentialsCharset(StandardCharsets.UTF_8);
    }

    @Override
    public @Nullable Authentication convert(HttpServletRequest request) {
        var token = ApiCredentials.token(request);
        if (token.isEmpty()) {
            return basic.convert(request);
        }
        var presented = new PresentedToken(token.get());
        presented.setDetails(new WebAuthenticationDetails(request));
        return presented;
    }
}
