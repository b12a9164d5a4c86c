package io.ringback.account;

import io.ringback.platform.TooManyRequests;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.dao.DataAccessException;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
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
        String password = String.valueOf(request.getCredentials());
        if (!POSSIBLE_ID.matcher(user).matches() || !passwords.isUsable(password)) {
            throw wrong();
        }
        Account account = account(user, password, address(request));
        var authentication =
                UsernamePasswordAuthenticationToken.authenticated(account.id(), null, authorities(account));
        authentication.setDetails(request.getDetails());
        return authentication;
    }

    private Account account(String user, String password, String address) {
        try {
            return verified.get(user, password, () -> check(user, password, address));
        } catch (DataAccessException e) {
            throw new InternalAuthenticationServiceException("The accounts cannot be read", e);
        }
    }

    private Account check(String user, String password, String address) {
        try {
            slowDown.attempt(user, address);
        } catch (TooManyRequests refusal) {
            throw new TooManyLogins(refusal);
        }
        Credentials credentials = accounts.credentials(user).orElse(null);
        boolean right = credentials == null
                ? passwords.matchesNobody(password)
                : passwords.matches(password, credentials.passwordHash());
        if (credentials == null || !right || !credentials.account().enabled()) {
            throw wrong();
        }
        slowDown.succeeded(user, address);
        return credentials.account();
    }

    private static List<GrantedAuthority> authorities(Account account) {
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
