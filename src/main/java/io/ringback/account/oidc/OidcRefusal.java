package io.ringback.account.oidc;

import io.ringback.account.security.SignIn;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;

/** Why somebody could not sign in through the identity provider. */
enum OidcRefusal {
    /** None of the roles the provider tells is mapped to one here. */
    NO_ROLE,
    /** The provider has left out the roles, since there are too many; nothing is changed by that. */
    TOO_MANY_GROUPS,
    /** The account is disabled. */
    DISABLED,
    /** There is such an account, but it is not for signing in like this, or it is somebody else's. */
    TAKEN,
    /** What the provider calls the person cannot be the id of an account. */
    UNUSABLE,
    /** The provider does not answer. */
    UNAVAILABLE,
    /** The person gave up, took too long, or what came back was not right. */
    FAILED;

    private static final int FORBIDDEN = 403;

    /** Ends the sign-in for this reason. */
    OAuth2AuthenticationException asException() {
        return new OAuth2AuthenticationException(new OAuth2Error(name()));
    }

    /** What the sign-in tells the person. */
    SignIn.Problem asProblem() {
        return new SignIn.Problem("oidc." + name(), FORBIDDEN, 0);
    }

    static Optional<OidcRefusal> named(@Nullable String name) {
        return Arrays.stream(values())
                .filter(refusal -> refusal.name().equals(name))
                .findFirst();
    }
}
