package io.ringback.list;

import io.ringback.account.Accounts;
import io.ringback.platform.problem.NotFound;
import java.util.List;
import org.springframework.stereotype.Component;

/** Which lists an agent has access to. */
@Component
public class ListsOfAgents {

    private final JdbcListAgents rows;
    private final Accounts accounts;

    ListsOfAgents(JdbcListAgents rows, Accounts accounts) {
        this.rows = rows;
        this.accounts = accounts;
    }

    /**
     * Those that are not archived, by name.
     *
     * @throws NotFound when there is no such account
     */
    public List<ListOfAgent> of(String accountId) {
        if (accounts.find(accountId).isEmpty()) {
            throw new NotFound("There is no account %s.".formatted(accountId));
        }
        return rows.listsOf(accountId).stream()
                .map(list -> new ListOfAgent(list.id(), list.name(), list.active()))
                .toList();
    }
}
