package io.ringback.allocation;

import io.ringback.callback.Callbacks;
import io.ringback.list.CallbackList;
import io.ringback.list.Lists;
import io.ringback.platform.database.Transactions;
import java.time.Clock;
import java.util.HashMap;
import org.springframework.stereotype.Component;

/**
 * Puts callbacks whose list has closed back to be offered at the next opening, so that they cost nothing until then. They
 * are not offered in the meantime either: allocation looks at the end of the opening itself.
 */
@Component
class ClosingTime {

    private static final int AT_ONCE = 5_000;

    private final JdbcClosedCallbacks rows;
    private final Callbacks callbacks;
    private final Lists lists;
    private final Transactions transactions;
    private final Clock clock;

    ClosingTime(JdbcClosedCallbacks rows, Callbacks callbacks, Lists lists, Transactions transactions, Clock clock) {
        this.rows = rows;
        this.callbacks = callbacks;
        this.lists = lists;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** @return how many were put back */
    int runOnce() {
        int all = 0;
        int some;
        do {
            some = transactions.run(this::some);
            all += some;
        } while (some == AT_ONCE);
        return all;
    }

    private int some() {
        var now = clock.instant();
        var closed = rows.lock(now, AT_ONCE);
        if (closed.isEmpty()) {
            return 0;
        }
        var byId = new HashMap<String, CallbackList>();
        callbacks.saveLines(closed.stream()
                .map(each -> each.inLine()
                        .hoursLookedUp(
                                byId.computeIfAbsent(each.listId(), lists::get)
                                        .hoursFor(each.request().phoneNumber()),
                                now))
                .toList());
        return closed.size();
    }
}
