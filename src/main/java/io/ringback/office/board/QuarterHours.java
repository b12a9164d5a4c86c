package io.ringback.office.board;

import io.ringback.platform.database.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Service;

/**
 * Sums up by quarters of an hour what has happened on the lists, so that the board and the charts need not count a day,
 * or two weeks, of rows at each glance. What is newer than that is counted from the rows: the sum is exact at any time.
 */
@Service
class QuarterHours {

    static final Duration QUARTER = Duration.ofMinutes(15);

    /** After it nothing is written any more with a time before: for clocks that differ, and for transactions under way. */
    private static final Duration SETTLED = Duration.ofMinutes(5);

    private static final Duration MOST_AT_ONCE = Duration.ofDays(1);

    private final JdbcBoardCounts rows;
    private final Transactions transactions;
    private final Clock clock;

    QuarterHours(JdbcBoardCounts rows, Transactions transactions, Clock clock) {
        this.rows = rows;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Sums up all that has settled. */
    void runOnce() {
        boolean more;
        do {
            more = transactions.run(this::sumUpMore);
        } while (more);
    }

    /** Whether there is more. */
    private boolean sumUpMore() {
        var marked = rows.lockSummedUpUntil();
        if (marked.isEmpty()) {
            return false;
        }
        var settled = floor(clock.instant().minus(SETTLED));
        var from = marked.get().equals(Instant.EPOCH)
                ? rows.firstRequest().map(QuarterHours::floor).orElse(settled)
                : marked.get();
        var to = from.plus(MOST_AT_ONCE).isBefore(settled) ? from.plus(MOST_AT_ONCE) : settled;
        if (from.isBefore(to)) {
            rows.sumUp(from, to);
        }
        return to.isBefore(settled);
    }

    private static Instant floor(Instant instant) {
        var seconds = QUARTER.toSeconds();
        return Instant.ofEpochSecond(Math.floorDiv(instant.getEpochSecond(), seconds) * seconds);
    }
}
