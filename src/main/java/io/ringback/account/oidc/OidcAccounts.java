package io.ringback.account.oidc;

import io.ringback.account.Account;
import io.ringback.account.AccountAdministration;
import io.ringback.account.AccountAuthentication;
import io.ringback.account.AccountEvent;
import io.ringback.account.Credentials;
import io.ringback.account.JdbcAccounts;
import io.ringback.account.Role;
import io.ringback.platform.database.Transactions;
import io.ringback.platform.input.Texts;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The accounts of people who sign in through the identity provider: made at their first sign-in, and at each later one
 * brought to the name and the roles that the provider tells. An account made here is theirs only after an administrator
 * has allowed it, and belongs from their first sign-in on to the one person there, whatever that person is called later.
 */
class OidcAccounts {

    private static final String ACTOR = "oidc";
    private static final int LONGEST_NAME = 100;
    private static final Pattern ID = Pattern.compile(AccountAuthentication.ID);
    private static final Logger log = LoggerFactory.getLogger(OidcAccounts.class);

    private final OidcSettings settings;
    private final OidcRoles rolesThere;
    private final JdbcAccounts accounts;
    private final JdbcOidcSubjects subjects;
    private final AccountAdministration administration;
    private final Transactions transactions;

    OidcAccounts(
            OidcSettings settings,
            JdbcAccounts accounts,
            JdbcOidcSubjects subjects,
            AccountAdministration administration,
            Transactions transactions) {
        this.settings = settings;
        this.rolesThere = new OidcRoles(settings);
        this.accounts = accounts;
        this.subjects = subjects;
        this.administration = administration;
        this.transactions = transactions;
    }

    /**
     * The account of the person with these claims, who is known to the provider by the subject.
     *
     * @param accessToken the claims of the access token, if need be
     * @throws org.springframework.security.oauth2.core.OAuth2AuthenticationException when there can be none
     */
    Credentials signIn(String subject, Map<String, Object> claims, Supplier<Map<String, Object>> accessToken) {
        var roles = rolesThere.of(claims, accessToken);
        var id = transactions.run(() -> {
            var known = subjects.find(subject);
            if (known.isPresent()) {
                update(known.get(), claims, roles);
                return known.get();
            }
            var wanted = id(claims);
            if (accounts.find(wanted).isPresent()) {
                link(wanted, subject);
                update(wanted, claims, roles);
            } else if (!roles.isEmpty()) {
                administration.create(
                        new Account(wanted, name(claims, wanted), roles, Set.of(), true, null, true, 0), null, ACTOR);
                link(wanted, subject);
            }
            return wanted;
        });
        if (roles.isEmpty()) {
            throw OidcRefusal.NO_ROLE.asException();
        }
        return accounts.credentials(id)
                .filter(credentials -> credentials.account().enabled())
                .orElseThrow(OidcRefusal.DISABLED::asException);
    }

    private void link(String id, String subject) {
        if (!subjects.link(id, subject)) {
            throw OidcRefusal.TAKEN.asException();
        }
        administration.record(ACTOR, id, new AccountEvent.OidcLinked());
    }

    private void update(String id, Map<String, Object> claims, Set<Role> roles) {
        administration.change(
                id,
                null,
                before -> new Account(
                        id,
                        name(claims, before.name()),
                        left(before, roles),
                        before.groups(),
                        before.enabled(),
                        before.language(),
                        true,
                        before.version()),
                ACTOR);
    }

    /** Who has lost a role there has lost it here, too, unless nobody were left who can administer. */
    private Set<Role> left(Account before, Set<Role> roles) {
        if (roles.contains(Role.ADMIN) || !accounts.activeAdministrators().equals(List.of(before.id()))) {
            return roles;
        }
        log.warn("{} keeps the role ADMIN, which the identity provider takes: there is no other one", before.id());
        Set<Role> left = EnumSet.of(Role.ADMIN);
        left.addAll(roles);
        return left;
    }

    private String id(Map<String, Object> claims) {
        var claim = new ClaimPath(settings.accountClaim()).in(claims);
        var id = String.valueOf(claim).toLowerCase(Locale.ROOT);
        var suffix = settings.accountSuffix().toLowerCase(Locale.ROOT);
        var cut = id.endsWith(suffix) ? id.substring(0, id.length() - suffix.length()) : id;
        if (claim == null || !ID.matcher(cut).matches()) {
            log.warn("The claim {} of the identity provider is no id of an account", settings.accountClaim());
            throw OidcRefusal.UNUSABLE.asException();
        }
        return cut;
    }

    private static String name(Map<String, Object> claims, String otherwise) {
        return claims.get("name") instanceof String name
                        && !name.isBlank()
                        && name.length() <= LONGEST_NAME
                        && Texts.isPlain(name, false)
                ? name.strip()
                : otherwise;
    }
}
