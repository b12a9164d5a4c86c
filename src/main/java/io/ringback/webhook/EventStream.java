package io.ringback.webhook;

import io.ringback.platform.database.Transactions;
import io.ringback.platform.problem.InvalidField;
import java.util.List;
import org.springframework.stereotype.Service;

/**
 * All changes of callbacks and receptions in one numbered row. A change notes itself for the stream in its own
 * transaction; its number it gets after that, from whichever node has the stream locked. So numbers are given in the order
 * in which they become visible, and a reader who remembers the last one misses nothing. Two changes of one callback (or
 * of one agent's reception) wait for each other on its row, so their numbers are in the order of the changes.
 */
@Service
class EventStream {

    private static final int AT_ONCE = 1_000;

    private final JdbcEventStream rows;
    private final Transactions transactions;

    EventStream(JdbcEventStream rows, Transactions transactions) {
        this.rows = rows;
        this.transactions = transactions;
    }

    /** Gives numbers to what has none yet, unless another node is doing so. */
    void numberNew() {
        var more = rows.hasNew();
        while (more) {
            more = transactions.run(() -> rows.lockUnlessBusy()
                            .map(last -> rows.number(last, AT_ONCE))
                            .orElse(0)
                    == AT_ONCE);
        }
    }

    /**
     * Those with higher numbers, in their order.
     *
     * @throws InvalidField when no event has had this number yet, such as after a restore from a backup
     */
    List<OutgoingEvent> after(long sequence, int most) {
        var last = rows.last();
        if (sequence > last) {
            throw new InvalidField(
                    "after", "is beyond the end of the stream, whose last event has the number %s".formatted(last));
        }
        return rows.after(sequence, most);
    }
}
