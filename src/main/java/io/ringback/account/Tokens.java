package io.ringback.account;

import com.fasterxml.uuid.Generators;
import io.ringback.platform.database.Transactions;
import io.ringback.platform.problem.Conflict;
import io.ringback.platform.problem.InvalidField;
import io.ringback.platform.problem.NotFound;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The tokens with which programs call the API as an account. */
@Component
public class Tokens {

    /** The most that an account has at a time. */
    static final int MOST = 50;

    private final JdbcTokens rows;
    private final JdbcAccounts accounts;
    private final AccountAdministration administration;
    private final Transactions transactions;
    private final Clock clock;

    Tokens(
            JdbcTokens rows,
            JdbcAccounts accounts,
            AccountAdministration administration,
            Transactions transactions,
            Clock clock) {
        this.rows = rows;
        this.accounts = accounts;
        this.administration = administration;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Those of the account, the one made last first.
     *
     * @throws NotFound when there is no such account
     */
    public List<Token> of(String accountId) {
        return rows.of(administration.find(accountId).id());
    }

    /**
     * @param lists null for all lists
     * @throws Conflict when the account has one of this name, or very many
     * @throws InvalidField for a role that the account does not have, no role, no list, lists that are none, or an end that has passed
     */
    Made make(
            String accountId,
            String name,
            Set<Role> roles,
            @Nullable Set<String> lists,
            @Nullable Instant expiresAt,
            String actor) {
        var token = new Token(
                Generators.timeBasedEpochGenerator().generate(),
                name,
                roles,
                lists,
                clock.instant(),
                actor,
                expiresAt,
                null);
        if (token.isExpired(token.createdAt())) {
            throw new InvalidField("expiresAt", "must be in the future");
        }
        var secret = ApiToken.random();
        transactions.execute(() -> {
            var account = accounts.lock(accountId).orElseThrow(() -> unknown(accountId));
            expectRolesOf(account, roles);
            expectFewer(accountId);
            if (!rows.insert(accountId, token, secret.hash())) {
                throw new Conflict(
                        "Expected a new name, but the account has a token \"%s\" already.".formatted(token.name()));
            }
            hold(token);
            administration.record(actor, accountId, new AccountEvent.TokenMade(token));
        });
        return new Made(secret, token);
    }

    private static void expectRolesOf(Account account, Set<Role> roles) {
        if (roles.isEmpty() || !account.roles().containsAll(roles)) {
            throw new InvalidField("roles", "must be one or more of the account's: " + account.roles());
        }
    }

    private void expectFewer(String accountId) {
        if (rows.of(accountId).size() >= MOST) {
            throw new Conflict(
                    "Expected fewer than %s tokens of the account. Revoke those that are not used.".formatted(MOST));
        }
    }

    private void hold(Token token) {
        var lists = token.lists();
        if (lists != null && (lists.isEmpty() || rows.hold(token.id(), lists) < lists.size())) {
            throw new InvalidField("lists", "must name one or more lists; without lists it reaches all");
        }
    }

    /** @throws NotFound when the account has no such token, or no more */
    void revoke(String accountId, UUID id, String actor) {
        transactions.execute(() -> {
            var name = rows.delete(accountId, id)
                    .orElseThrow(() -> new NotFound("The account has no token %s.".formatted(id)));
            administration.record(actor, accountId, new AccountEvent.TokenRevoked(name));
        });
    }

    private static NotFound unknown(String accountId) {
        return new NotFound("There is no account %s.".formatted(accountId));
    }

    /** A token that was made; its secret is told once. */
    record Made(ApiToken secret, Token token) {}
}
