package io.ringback.account;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The accounts, to be read. */
@Component
public class Accounts {

    private final JdbcAccounts accounts;

    Accounts(JdbcAccounts accounts) {
        this.accounts = accounts;
    }

    public Optional<Account> find(String id) {
        return accounts.find(id);
    }

    /** All accounts by id, those that may not sign in included. */
    public List<Account> all() {
        return accounts.all();
    }

    /** The enabled accounts with the role AGENT, by id. */
    public List<Account> agents() {
        return accounts.all().stream()
                .filter(account -> account.enabled() && account.has(Role.AGENT))
                .toList();
    }
}
