package io.ringback.account;

import io.ringback.platform.TooManyRequests;
import java.util.List;
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
class AccountAuthentication implements AuthenticationProvider {

    static final String ID = "[a-z0-9][a-z0-9._-]{0,63}";
    private static final Pattern POSSIBLE_ID = Pattern.compile(ID);

    private final JdbcAccounts accounts;
    private final Passwords passwords;
    private final VerifiedCredentials verified;
    private final GuessingSlowDown slowDown;

    AccountAuthentication(
            JdbcAccounts accounts, Passwords passwords, VerifiedCredentials verified, GuessingSlowDown slowDown) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.verified = verified;
        this.slowDown = slowDown;
    }

    @Override
    public Authentication authenticate(Authentication request) {
        String user = request.getName();
        String password = possiblePassword(request);
        Account account = reading(() -> verified.get(
                user, password, () -> check(user, password, address(request)).account()));
        return authenticated(account, request.getDetails());
    }

    /**
     * Checks the credentials whether or not they were found right a moment ago, as a session asks for that outlives
     * that moment by hours. What was read of the account is in the details of the answer.
     */
    Authentication authenticateAnew(Authentication request) {
        String user = request.getName();
        String password = possiblePassword(request);
        Credentials credentials = reading(() -> check(user, password, address(request)));
        return authenticated(credentials.account(), credentials);
    }

    private String possiblePassword(Authentication request) {
        String password = String.valueOf(request.getCredentials());
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

    private Credentials check(String user, String password, String address) {
        try {
            slowDown.attempt(user, address);
        } catch (TooManyRequests refusal) {
            throw new TooManyLogins(refusal);
        }
        Credentials credentials = accounts.credentials(user).orElse(null);
        String hash = credentials == null ? null : credentials.passwordHash();
        boolean right = hash == null ? passwords.matchesNobody(password) : passwords.matches(password, hash);
        if (credentials == null || !right || !credentials.account().enabled()) {
            throw wrong();
        }
        slowDown.succeeded(user, address);
        return credentials;
    }

    static List<GrantedAuthority> authorities(Account account) {
        return account.roles().stream()
                .<GrantedAuthority>map(role -> new SimpleGrantedAuthority(role.name()))
                .toList();
    }

    private static String address(Authentication request) {
        return request.getDetails() instanceof WebAuthenticationDetails details
                ? String.valueOf(details.getRemoteAddress())
                : "unknown";
    }

    private static BadCredentialsException wrong() {
        return new BadCredentialsException("The name or the password is wrong.");
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
