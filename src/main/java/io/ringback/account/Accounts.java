package io.ringback.account;

import io.ringback.platform.problem.NotFound;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

    /** @throws NotFound when no account of this id is an agent */
    public Account agent(String id) {
        return accounts.find(id)
                .filter(account -> account.has(Role.AGENT))
                .orElseThrow(() -> new NotFound("There is no agent with the id \"%s\".".formatted(id)));
    }

    /** The names of these accounts by id; ids that are no accounts' are left out. */
    public Map<String, String> names(Collection<String> ids) {
        return ids.isEmpty() ? Map.of() : accounts.names(ids);
    }

    /** Those of these accounts that may work as agents now: enabled, with the role AGENT. */
    public Set<String> agentsAmong(Collection<String> ids) {
        return accounts.enabledAmong(ids, Role.AGENT);
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
