package io.ringback.account;

import io.ringback.platform.database.Transactions;
import io.ringback.platform.problem.Conflict;
import io.ringback.platform.problem.Forbidden;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;

/**
 * Links by which people choose a password themselves, so that no administrator ever knows it. One works once, for a
 * limited time, and a later one takes its place.
 */
@Component
class PasswordLinks {

    /** Stands in the events for whoever had the link; also what guessing is slowed down by. */
    static final String ACTOR = "link";

    private final JdbcPasswordLinks links;
    private final AccountAdministration administration;
    private final Passwords passwords;
    private final LoginThrottle slowDown;
    private final Transactions transactions;
    private final Clock clock;
    private final AccountProperties settings;

    PasswordLinks(
            JdbcPasswordLinks links,
            AccountAdministration administration,
            Passwords passwords,
            LoginThrottle slowDown,
            Transactions transactions,
            Clock clock,
            AccountProperties settings) {
        this.links = links;
        this.administration = administration;
        this.passwords = passwords;
        this.slowDown = slowDown;
        this.transactions = transactions;
        this.clock = clock;
        this.settings = settings;
    }

    /**
     * @throws NotFound when there is no such account
     * @throws Conflict when it is disabled
     */
    Link make(String accountId, String actor) {
        var token = OneTimeToken.random();
        var now = clock.instant();
        var expiresAt = now.plus(settings.passwordLinkValidFor());
        transactions.execute(() -> {
            if (!administration.find(accountId).enabled()) {
                throw new Conflict("The account %s is disabled. Enable it first.".formatted(accountId));
            }
            links.put(accountId, token.hash(), now, expiresAt);
            administration.record(actor, accountId, new AccountEvent.PasswordLinkMade());
        });
        return new Link(token, expiresAt);
    }

    /**
     * Sets the password of the account whose link it is.
     *
     * @param address of whoever tries, which is slowed down after several failures
     * @throws Forbidden when there is no such link, or no more
     */
    void use(String token, String password, String address) {
        var hash = new OneTimeToken(token).hash();
        var callers = ClientAddress.at(address);
        slowDown.attempt(ACTOR, callers);
        if (!links.exists(hash, clock.instant())) {
            slowDown.failed(callers);
            throw gone();
        }
        slowDown.succeeded(ACTOR, callers);
        var passwordHash = passwords.hashOfNew(password);
        transactions.execute(() -> {
            var id = links.take(hash, clock.instant()).orElseThrow(PasswordLinks::gone);
            if (!administration.find(id).enabled()) {
                throw gone();
            }
            administration.setPassword(id, passwordHash, new AccountEvent.PasswordChosen(), ACTOR);
        });
    }

    private static Forbidden gone() {
        return new Forbidden("This link does not work, or no more: it was used, replaced by another one, or is too old."
                + " Ask an administrator for a new one.");
    }

    /** A link that was made. */
    record Link(OneTimeToken token, Instant expiresAt) {}
}
