package io.ringback.account.security;

import io.ringback.platform.web.Redirects;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Where signing out leads: to the sign-in, by way of the identity provider if the session began there. */
@Component
class SignOut implements LogoutHandler, LogoutSuccessHandler {

    private static final String SIGNED_OUT = SignIn.ADDRESS + "?signedOut";

    private final ObjectProvider<IdentityProvider> provider;

    SignOut(ObjectProvider<IdentityProvider> provider) {
        this.provider = provider;
    }

    /** Comes before the session is ended. */
    @Override
    public void logout(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication authentication) {
        var session = request.getSession(false);
        if (session != null) {
            request.setAttribute(IdentityProvider.ID_TOKEN, session.getAttribute(IdentityProvider.ID_TOKEN));
        }
    }

    @Override
    public void onLogoutSuccess(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication authentication)
            throws IOException {
        var elsewhere = provider.getIfAvailable();
        var here = request.getContextPath() + SIGNED_OUT;
        if (elsewhere == null || !(request.getAttribute(IdentityProvider.ID_TOKEN) instanceof String idToken)) {
            Redirects.send(response, here);
            return;
        }
        var back = ServletUriComponentsBuilder.fromContextPath(request).toUriString() + SIGNED_OUT;
        Redirects.send(response, elsewhere.signOutAddress(idToken, back).orElse(here));
    }
}
