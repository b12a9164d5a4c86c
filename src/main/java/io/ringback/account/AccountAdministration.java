package io.ringback.account;

import io.ringback.platform.Conflict;
import io.ringback.platform.NotFound;
import io.ringback.platform.Transactions;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Makes and changes accounts; each change leaves an event, and one that takes something away ends the account's
 * sessions. There is always somebody left who can administer.
 */
@Component
class AccountAdministration {

    private final JdbcAccounts accounts;
    private final JdbcSessions sessions;
    private final Passwords passwords;
    private final VerifiedCredentials verified;
    private final Transactions transactions;
    private final Clock clock;

    AccountAdministration(
            JdbcAccounts accounts,
            JdbcSessions sessions,
            Passwords passwords,
            VerifiedCredentials verified,
            Transactions transactions,
            Clock clock) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.passwords = passwords;
        this.verified = verified;
        this.transactions = transactions;
        this.clock = clock;
    }

    Account create(Account account, String password, String actor) {
        return createWithHash(account, passwords.hashOfNew(password), actor);
    }

    Account createWithHash(Account account, String passwordHash, String actor) {
        return transactions.run(() -> {
            if (!accounts.insert(account, passwordHash, clock.instant())) {
                throw new Conflict("Expected a new id, but there is an account %s already.".formatted(account.id()));
            }
            record(actor, account.id(), "CREATED", describe(account));
            return account;
        });
    }

    Account change(Account wanted, String actor) {
        Account changed = transactions.run(() -> {
            List<String> administrators = accounts.lockActiveAdministrators();
            Account before = existing(wanted.id());
            if (!wanted.isActiveAdministrator() && administrators.equals(List.of(before.id()))) {
                throw new Conflict("%s is the only administrator that can sign in. Make another one first."
                        .formatted(before.id()));
            }
            accounts.update(wanted);
            if (!wanted.enabled() || !wanted.roles().equals(before.roles())) {
                sessions.deleteOf(wanted.id());
            }
            record(actor, wanted.id(), "CHANGED", describe(before) + " -> " + describe(wanted));
            return wanted;
        });
        verified.forget(wanted.id());
        return changed;
    }

    void changePassword(String id, String password, String actor) {
        existing(id);
        String hash = passwords.hashOfNew(password);
        transactions.execute(() -> {
            if (!accounts.updatePassword(id, hash)) {
                throw unknown(id);
            }
            sessions.deleteOf(id);
            record(actor, id, "PASSWORD_CHANGED", "");
        });
        verified.forget(id);
    }

    private Account existing(String id) {
        return accounts.find(id).orElseThrow(() -> unknown(id));
    }

    private static NotFound unknown(String id) {
        return new NotFound("There is no account %s.".formatted(id));
    }

    private void record(String actor, String accountId, String type, String details) {
        accounts.record(clock.instant(), actor, accountId, type, details);
    }

    private static String describe(Account account) {
        return "%s, %s%s"
                .formatted(
                        account.name(),
                        account.roles().stream().sorted().toList(),
                        account.enabled() ? "" : ", disabled");
    }
}
