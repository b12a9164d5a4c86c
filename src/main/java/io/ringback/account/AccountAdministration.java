package io.ringback.account;

import io.ringback.platform.database.Transactions;
import io.ringback.platform.problem.Conflict;
import io.ringback.platform.problem.InvalidField;
import io.ringback.platform.problem.NotFound;
import io.ringback.platform.problem.PreconditionFailed;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Makes and changes accounts; each change leaves an event, and one that takes something away ends the account's
 * sessions and its work at the desk. There is always somebody left who can administer.
 *
 * <p>Accounts are locked before agents. Nothing that has locked an agent waits for an account: what refers to one locks
 * only its key, which never changes.
 */
@Component
public class AccountAdministration {

    private static final Set<String> ACTORS = Set.of("system", PasswordLinks.ACTOR, "setup", "oidc");

    private final JdbcAccounts accounts;
    private final JdbcAccountEvents history;
    private final JdbcSessions sessions;
    private final JdbcPasswordLinks links;
    private final Passwords passwords;
    private final ApplicationEventPublisher events;
    private final Transactions transactions;
    private final Clock clock;

    AccountAdministration(
            JdbcAccounts accounts,
            JdbcAccountEvents history,
            JdbcSessions sessions,
            JdbcPasswordLinks links,
            Passwords passwords,
            ApplicationEventPublisher events,
            Transactions transactions,
            Clock clock) {
        this.accounts = accounts;
        this.history = history;
        this.sessions = sessions;
        this.links = links;
        this.passwords = passwords;
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** @param password null when its owner will choose one, or needs none */
    public Account create(Account account, @Nullable String password, String actor) {
        return createWithHash(account, password == null ? null : passwords.hashOfNew(password), actor);
    }

    Account createWithHash(Account account, @Nullable String passwordHash, String actor) {
        if (ACTORS.contains(account.id())) {
            throw new InvalidField("id", "is a name that stands for the server itself in histories");
        }
        return transactions.run(() -> {
            if (!accounts.insert(account, passwordHash, clock.instant())) {
                throw new Conflict("Expected a new id, but there is an account %s already.".formatted(account.id()));
            }
            record(actor, account.id(), new AccountEvent.Created(account));
            return account.atVersion(0);
        });
    }

    Account change(Account wanted, String actor) {
        return change(wanted.id(), null, before -> wanted, actor);
    }

    /**
     * @param expectedVersion the one the change was made on; null for whichever it is now
     * @param change what it is to be, from what it is
     * @throws PreconditionFailed when somebody else has changed it since that version
     * @throws Conflict when nobody would be left who can administer
     */
    public Account change(String id, @Nullable Long expectedVersion, UnaryOperator<Account> change, String actor) {
        return transactions.run(() -> {
            var administrators = accounts.lockActiveAdministrators();
            var before = accounts.lock(id).orElseThrow(() -> unknown(id));
            expect(expectedVersion, before);
            var wanted = change.apply(before);
            if (wanted.atVersion(before.version()).equals(before)) {
                return before;
            }
            if (!wanted.isActiveAdministrator() && administrators.equals(List.of(id))) {
                throw new Conflict(
                        "%s is the only administrator that can sign in. Make another one first.".formatted(id));
            }
            if (!wanted.keepsWhatItMay(before)) {
                signOut(before, actor);
            }
            if (!wanted.enabled() || !wanted.roles().equals(before.roles())) {
                links.deleteOf(id); // it was made for what the account could do then
            }
            record(actor, id, new AccountEvent.SettingsChanged(before, wanted));
            return accounts.update(wanted);
        });
    }

    void changePassword(String id, String password, String actor) {
        find(id);
        setPassword(id, passwords.hashOfNew(password), new AccountEvent.PasswordChanged(), actor);
    }

    /** Whoever is signed in with the former one no longer is; a link to choose one no longer works. */
    void setPassword(String id, String hash, AccountEvent event, String actor) {
        transactions.execute(() -> {
            var account = accounts.lock(id).orElseThrow(() -> unknown(id));
            accounts.updatePassword(id, hash);
            links.deleteOf(id);
            signOut(account, actor);
            record(actor, id, event);
        });
    }

    /** Ends all sessions of the account; without effect when there are none. */
    void endSessions(String id, String actor) {
        transactions.execute(() -> {
            var account = accounts.lock(id).orElseThrow(() -> unknown(id));
            if (!sessions.of(id).isEmpty()) {
                signOut(account, actor);
                record(actor, id, new AccountEvent.SessionsEnded());
            }
        });
    }

    /** A sign-in that runs meanwhile sees that the account is locked, and whatever becomes of it. */
    private void signOut(Account account, String actor) {
        sessions.deleteOf(account.id());
        events.publishEvent(new SessionsEnded(account, actor));
    }

    Account find(String id) {
        return accounts.find(id).orElseThrow(() -> unknown(id));
    }

    private static void expect(@Nullable Long version, Account account) {
        if (version != null && version != account.version()) {
            throw new PreconditionFailed(
                    "The account was changed by somebody else: expected version %s, but it is %s now. Read it again."
                            .formatted(version, account.version()));
        }
    }

    private static NotFound unknown(String id) {
        return new NotFound("There is no account %s.".formatted(id));
    }

    /** Keeps what has happened to an account; whoever calls is in the transaction of the change. */
    public void record(String actor, String accountId, AccountEvent event) {
        history.add(clock.instant(), actor, accountId, event);
    }
}
