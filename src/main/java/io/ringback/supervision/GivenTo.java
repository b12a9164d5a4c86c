package io.ringback.supervision;

import io.ringback.account.Accounts;
import io.ringback.list.ListAccess;
import io.ringback.platform.problem.InvalidField;
import java.util.List;
import org.springframework.stereotype.Component;

/** Whom a callback can be given to. */
@Component
class GivenTo {

    private static final String FIELD = "agentId";

    private final Accounts accounts;
    private final ListAccess access;

    GivenTo(Accounts accounts, ListAccess access) {
        this.accounts = accounts;
        this.access = access;
    }

    /** @throws InvalidField unless this is an agent with access to the list, who need not be active on it */
    void check(String agentId, String listId) {
        if (accounts.agentsAmong(List.of(agentId)).isEmpty()) {
            throw new InvalidField(FIELD, "is not the id of an agent", "UNKNOWN_AGENT");
        }
        if (access.agentsOf(listId).stream().noneMatch(agent -> agent.agentId().equals(agentId))) {
            throw new InvalidField(
                    FIELD, "has no access to the list of the callback; give it there first", "NO_ACCESS");
        }
    }
}
