package io.ringback.account;

import java.io.Serial;
import java.util.List;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** What a program has sent as its token, before anybody has looked whether it is one. */
public final class PresentedToken extends AbstractAuthenticationToken {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient String text;

    public PresentedToken(String text) {
        super(List.of());
        this.text = text;
    }

    @Override
    public String getCredentials() {
        return text;
    }

    @Override
    public String getPrincipal() {
        return TokenAuthentication.NAME;
    }

    @Override
    public boolean equals(Object other) {
        return super.equals(other) && other instanceof PresentedToken token && text.equals(token.text);
    }

    @Override
    public int hashCode() {
        return 31 * super.hashCode() + text.hashCode();
    }
}
