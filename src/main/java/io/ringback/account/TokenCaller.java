package io.ringback.account;

import java.io.Serial;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** A program that calls with a token: its account, with no more than the token's roles and lists. */
final class TokenCaller extends AbstractAuthenticationToken {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String accountId;
    private final UUID tokenId;
    private final transient @Nullable Set<String> lists;

    TokenCaller(Account account, Token token) {
        super(AccountAuthentication.authorities(account.heldTo(token.roles())));
        this.accountId = account.id();
        this.tokenId = token.id();
        this.lists = token.lists();
        super.setAuthenticated(true);
    }

    UUID tokenId() {
        return tokenId;
    }

    @Nullable
    Set<String> lists() {
        return lists;
    }

    @Override
    public String getPrincipal() {
        return accountId;
    }

    @Override
    public @Nullable Object getCredentials() {
        return null;
    }

    @Override
    public boolean equals(Object other) {
        return super.equals(other) && other instanceof TokenCaller caller && tokenId.equals(caller.tokenId);
    }

    @Override
    public int hashCode() {
        return 31 * super.hashCode() + tokenId.hashCode();
    }
}
