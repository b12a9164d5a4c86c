package io.ringback.account;

import io.ringback.platform.problem.TooManyRequests;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/**
 * Signs accounts in by id and password. Credentials that no account can have (not an id, over-long, with a NUL) are
 * refused before anything is looked up or hashed.
 */
@Component
public class AccountAuthentication implements AuthenticationProvider {

    public static final String ID = "[a-z0-9][a-z0-9._-]{0,63}";
    private static final Pattern POSSIBLE_ID = Pattern.compile(ID);

    private final JdbcAccounts accounts;
    private final Passwords passwords;
    private final VerifiedCredentials verified;
    private final LoginThrottle slowDown;

    AccountAuthentication(
            JdbcAccounts accounts, Passwords passwords, VerifiedCredentials verified, LoginThrottle slowDown) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.verified = verified;
        this.slowDown = slowDown;
    }

    @Override
    public Authentication authenticate(Authentication request) {
        return authenticated(credentials(request).account(), request.getDetails());
    }

    /** The same for a session, which outlives the request; what was read of the account is in the details. */
    public Authentication authenticateForSession(Authentication request) {
        var credentials = credentials(request);
        return authenticated(credentials.account(), credentials);
    }

    private Credentials credentials(Authentication request) {
        var password = possiblePassword(request);
        return reading(() -> check(request.getName(), password, callers(request)));
    }

    private String possiblePassword(Authentication request) {
        var password = String.valueOf(request.getCredentials());
        if (!POSSIBLE_ID.matcher(request.getName()).matches() || !passwords.isUsable(password)) {
            throw wrong();
        }
        return password;
    }

    private static <T> T reading(Supplier<T> accounts) {
        try {
            return accounts.get();
        } catch (DataAccessException e) {
            throw new AuthenticationServiceException("The accounts cannot be read", e);
        }
    }

    private static Authentication authenticated(Account account, @Nullable Object details) {
        var authentication =
                UsernamePasswordAuthenticationToken.authenticated(account.id(), null, authorities(account));
        authentication.setDetails(details);
        return authentication;
    }

    /** The account's row is read each time, so that what has changed in it counts at once, on every node. */
    private Credentials check(String user, String password, ClientAddress callers) {
        var credentials = accounts.credentials(user).orElse(null);
        var hash = credentials == null || !credentials.account().enabled() ? null : credentials.passwordHash();
        var right = hash == null
                ? guess(user, callers, refusal -> passwords.matchesNobody(password))
                : verified.isRight(
                        user,
                        password,
                        hash,
                        () -> guess(user, callers, refusal -> isRight(password, hash, refusal != null)));
        if (credentials == null || !right) {
            throw wrong();
        }
        return credentials;
    }

    private boolean guess(String user, ClientAddress callers, Predicate<@Nullable TooManyRequests> check) {
        TooManyRequests refusal;
        try {
            refusal = slowDown.attemptOfAccount(user, callers);
        } catch (TooManyRequests refused) {
            throw new TooManyLogins(refused);
        }
        if (check.test(refusal)) {
            slowDown.signedIn(user, callers);
            return true;
        }
        slowDown.failed(callers);
        if (refusal != null) {
            throw new TooManyLogins(refusal);
        }
        return false;
    }

    /** @param oneOfMany whether it comes after many wrong ones, which must not cost us much */
    private boolean isRight(String password, String hash, boolean oneOfMany) {
        if (!oneOfMany) {
            return passwords.matches(password, hash);
        }
        // The right one was found in what is known before it came here.
        return !verified.knowsPasswordOf(hash) && passwords.matchesInTurn(password, hash);
    }

    public static List<GrantedAuthority> authorities(Account account) {
        return account.roles().stream()
                .<GrantedAuthority>map(role -> new SimpleGrantedAuthority(role.name()))
                .toList();
    }

    static ClientAddress callers(Authentication request) {
        return request.getDetails() instanceof WebAuthenticationDetails details
                ? ClientAddress.at(String.valueOf(details.getRemoteAddress()))
                : new ClientAddress("unknown");
    }

    private static BadCredentialsException wrong() {
        return new BadCredentialsException("The name or the password is wrong.");
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
