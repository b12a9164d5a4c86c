package io.ringback.list;

import io.ringback.account.Accounts;
import io.ringback.account.DemoAccounts;
import io.ringback.platform.database.DatabaseMode;
import io.ringback.platform.database.Transactions;
import io.ringback.platform.run.StartupStep;
import java.time.ZoneId;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The lists of the embedded demo, made on its first start, with access for its three agents. */
@Component
@Order(DemoAccounts.ORDER + 1)
class DemoLists implements StartupStep {

    private final DatabaseMode mode;
    private final Lists lists;
    private final ListAccess access;
    private final Accounts accounts;
    private final Transactions transactions;

    DemoLists(DatabaseMode mode, Lists lists, ListAccess access, Accounts accounts, Transactions transactions) {
        this.mode = mode;
        this.lists = lists;
        this.access = access;
        this.accounts = accounts;
        this.transactions = transactions;
    }

    @Override
    public void run() {
        if (mode.isEmbedded() && lists.all().isEmpty()) {
            transactions.execute(() -> {
                make("sales", "Sales");
                make("support", "Support");
            });
        }
    }

    private void make(String id, String name) {
        lists.create(CallbackList.usual(id, name, "FI", ZoneId.of("Europe/Helsinki")));
        accounts.agents().forEach(agent -> access.give(id, agent.id()));
    }
}
