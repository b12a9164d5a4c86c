package io.ringback.list;

import io.ringback.platform.database.Transactions;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Service;

/**
 * Keeps what has to be read for the numbers of a list short, whatever the length of the list: adds what has changed to
 * the list's tally, and moves the tally along with the time. The numbers are the same before and after, and exact also
 * when this has not run for long; they only cost more to read then. Any number of nodes may do it.
 */
@Service
class ListTallies {

    /** So many changes of a list, or callbacks whose hour has come, are cheaper to read than to write down. */
    static final int FEW = 20;

    /** Lists in one transaction. */
    private static final int AT_ONCE = 100;

    private final JdbcListNumbers rows;
    private final Transactions transactions;
    private final Clock clock;

    ListTallies(JdbcListNumbers rows, Transactions transactions, Clock clock) {
        this.rows = rows;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Brings the tallies up to date that are worth it, unless another node is just doing so. */
    void runOnce() {
        boolean more;
        do {
            // What another node has tallied meanwhile may be tallied again: to look once more costs more than that.
            var lists = rows.worthTallying(FEW, AT_ONCE, clock.instant());
            more = !lists.isEmpty() && transactions.run(() -> isTallied(lists)) && lists.size() == AT_ONCE;
        } while (more);
    }

    private boolean isTallied(List<String> lists) {
        var alone = rows.keepOthersFromTallying();
        if (alone) {
            rows.tally(lists, clock.instant());
        }
        return alone;
    }
}
