package io.ringback.account;

import io.ringback.platform.database.DatabaseMode;
import io.ringback.platform.database.Transactions;
import io.ringback.platform.problem.Conflict;
import io.ringback.platform.problem.Forbidden;
import io.ringback.platform.run.StartupStep;
import java.time.Clock;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The way to the first administrator on a configured database: a token printed in the log at the start. Every node that
 * starts meanwhile prints its own; all are void as soon as one was used.
 */
@Component
@Order(DemoAccounts.ORDER)
class FirstAdministrator implements StartupStep {

    private static final Logger log = LoggerFactory.getLogger(FirstAdministrator.class);
    private static final String SETUP = "setup";

    private final DatabaseMode mode;
    private final JdbcSetupTokens tokens;
    private final JdbcAccounts accounts;
    private final AccountAdministration administration;
    private final Passwords passwords;
    private final LoginThrottle slowDown;
    private final Transactions transactions;
    private final Clock clock;

    FirstAdministrator(
            DatabaseMode mode,
            JdbcSetupTokens tokens,
            JdbcAccounts accounts,
            AccountAdministration administration,
            Passwords passwords,
            LoginThrottle slowDown,
            Transactions transactions,
            Clock clock) {
        this.mode = mode;
        this.tokens = tokens;
        this.accounts = accounts;
        this.administration = administration;
        this.passwords = passwords;
        this.slowDown = slowDown;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public void run() {
        if (mode.isEmbedded() || accounts.administratorExists()) {
            return;
        }
        log.warn(
                "There is no administrator yet. Make one with POST /api/v1/setup/administrator and this token,"
                        + " which works once: {}",
                newToken());
    }

    /** A fresh token; only its hash is kept. */
    String newToken() {
        var token = OneTimeToken.random();
        tokens.insert(token.hash(), clock.instant());
        return token.text();
    }

    /**
     * @throws Conflict if there is an administrator already
     * @throws Forbidden if the token is not one that was printed
     */
    Account create(String token, String id, String name, String password, String address) {
        if (accounts.administratorExists()) {
            throw exists();
        }
        var callers = ClientAddress.at(address);
        slowDown.attempt(SETUP, callers);
        var passwordHash = passwords.hashOfNew(password);
        var made = transactions.run(() -> {
            tokens.lock();
            if (accounts.administratorExists()) {
                throw exists();
            }
            if (!tokens.exists(new OneTimeToken(token).hash())) {
                throw new Forbidden("This is not a token that the server printed in its log.");
            }
            var account = new Account(id, name, Set.of(Role.ADMIN), true);
            administration.createWithHash(account, passwordHash, SETUP);
            tokens.deleteAll();
            return account;
        });
        slowDown.succeeded(SETUP, callers);
        return made;
    }

    private static Conflict exists() {
        return new Conflict("Expected no administrator, but there is one already. Ask them for an account.");
    }
}
