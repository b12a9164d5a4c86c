package io.ringback.account.oidc;

import io.ringback.account.AccountAuthentication;
import io.ringback.account.Credentials;
import java.util.Collection;
import java.util.Map;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.OidcUserInfo;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/** Who has just signed in through the identity provider: the account here, with what was said there. */
record OidcPerson(Credentials credentials, OidcUser user) implements OidcUser {

    @Override
    public String getName() {
        return credentials.account().id();
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return AccountAuthentication.authorities(credentials.account());
    }

    @Override
    public Map<String, Object> getClaims() {
        return user.getClaims();
    }

    @Override
    public Map<String, Object> getAttributes() {
        return user.getAttributes();
    }

    @Override
    public OidcUserInfo getUserInfo() {
        return user.getUserInfo();
    }

    @Override
    public OidcIdToken getIdToken() {
        return user.getIdToken();
    }

    /** Without the token, which belongs in no log. */
    @Override
    public String toString() {
        return "OidcPerson[" + getName() + "]";
    }
}
