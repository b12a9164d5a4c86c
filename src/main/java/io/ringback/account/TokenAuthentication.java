package io.ringback.account;

import io.ringback.platform.database.Transactions;
import io.ringback.platform.problem.TooManyRequests;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.dao.DataAccessException;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/**
 * Lets programs in by their tokens. The rows of token and account are read for every request, so that what is revoked or
 * changed counts at once on every node. Guessing is slowed down where it fails: the right token is never held up.
 */
@Component
public class TokenAuthentication implements AuthenticationProvider {

    /** What guessing at tokens is counted by. */
    static final String NAME = "token";

    /** How exactly is kept when a token was used: a write for each request would cost more than the request. */
    static final Duration PRECISION = Duration.ofHours(1);

    private final JdbcTokens tokens;
    private final AccountAdministration administration;
    private final LoginThrottle slowDown;
    private final Transactions transactions;
    private final Clock clock;

    TokenAuthentication(
            JdbcTokens tokens,
            AccountAdministration administration,
            LoginThrottle slowDown,
            Transactions transactions,
            Clock clock) {
        this.tokens = tokens;
        this.administration = administration;
        this.slowDown = slowDown;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public Authentication authenticate(Authentication request) {
        try {
            var presented =
                    ApiToken.read(((PresentedToken) request).getCredentials()).orElseThrow(() -> wrong());
            var found = find(presented, AccountAuthentication.callers(request));
            var now = clock.instant();
            if (found.token().isExpired(now)) {
                keepExpiredUse(found, now);
                throw wrong();
            }
            keepUse(found.token(), now);
            var caller = new TokenCaller(found.account(), found.token());
            caller.setDetails(request.getDetails());
            return caller;
        } catch (DataAccessException e) {
            throw new AuthenticationServiceException("The tokens cannot be read", e);
        }
    }

    private JdbcTokens.Owned find(ApiToken presented, ClientAddress callers) {
        Optional<JdbcTokens.Owned> found = tokens.find(presented.hash());
        if (found.isEmpty()) {
            try {
                slowDown.attempt(NAME, callers);
            } catch (TooManyRequests refusal) {
                throw new TooManyLogins(refusal);
            }
            slowDown.failed(callers);
            throw wrong();
        }
        return found.filter(owned -> owned.account().enabled()).orElseThrow(() -> wrong());
    }

    private void keepUse(Token token, Instant now) {
        var last = token.lastUsedAt();
        if (last == null || last.isBefore(now.minus(PRECISION))) {
            tokens.used(token.id(), now, now.minus(PRECISION));
        }
    }

    /** Once for each token: a program that goes on with it is no news. */
    private void keepExpiredUse(JdbcTokens.Owned expired, Instant now) {
        if (!expired.expiredUseKept()) {
            var account = expired.account().id();
            transactions.execute(() -> {
                if (tokens.usedAfterItsEnd(expired.token().id(), now)) {
                    administration.record(
                            account,
                            account,
                            new AccountEvent.ExpiredTokenUsed(expired.token().name()));
                }
            });
        }
    }

    private static BadCredentialsException wrong() {
        return new BadCredentialsException("There is no such token, or no more.");
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return PresentedToken.class.isAssignableFrom(authentication);
    }
}
