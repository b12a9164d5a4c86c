package io.ringback.account.security;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where people sign in who have no password here; there is a bean of this type when there is such a place. */
public interface IdentityProvider {

    /** The attribute of a session that began there: what shows the provider whose session it is. */
    String ID_TOKEN = "idToken";

    /** What people call it. */
    String name();

    /** The scheme, host and port that signing out leads to; null when it stays here. */
    @Nullable
    String signOutOrigin();

    /**
     * Where to sign out there; empty when that is not to be, or cannot be.
     *
     * @param idToken what the session keeps as {@link #ID_TOKEN}
     * @param back where the browser is to come back to
     */
    Optional<String> signOutAddress(String idToken, String back);

    /** What to tell somebody who came back without being signed in; empty when this is none of its reasons. */
    Optional<SignIn.Problem> problem(@Nullable String reason);
}
