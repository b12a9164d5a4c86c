package io.ringback.exchange;

import io.ringback.platform.database.Transactions;
import io.ringback.platform.run.BackgroundLoop;
import io.ringback.platform.run.InBackground;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Looks at the files that were sent: small ones at once, for whoever sent them; the others one after the other in the
 * background, however many are sent. What is done is stored some rows at a time; nothing is computed in a transaction.
 */
@Component
class ImportCheck implements InBackground {

    /** So many are looked at while the sender waits. */
    static final int MOST_ROWS_AT_ONCE = 500;

    private static final int ROWS_AT_A_TIME = 250;
    /** Longer than a few rows take, however busy the machine. */
    private static final Duration SILENCE = Duration.ofMinutes(1);

    private static final Duration REST = Duration.ofSeconds(30);

    private final JdbcImportQueue queue;
    private final JdbcImportRows rows;
    private final RowCheck check;
    private final ExpectedResults outlooks;
    private final Transactions transactions;
    private final Clock clock;
    private final BackgroundLoop loop =
            new BackgroundLoop("import-check", "Looking at files", this::oneFile, Duration.ofSeconds(5));

    ImportCheck(
            JdbcImportQueue queue,
            JdbcImportRows rows,
            RowCheck check,
            ExpectedResults outlooks,
            Transactions transactions,
            Clock clock) {
        this.queue = queue;
        this.rows = rows;
        this.check = check;
        this.outlooks = outlooks;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public BackgroundLoop loop() {
        return loop;
    }

    /** At once if the file is short and it is its turn; otherwise when that is. */
    void soon(UUID importId, int rowsOfIt) {
        if (rowsOfIt <= MOST_ROWS_AT_ONCE && queue.takeToLook(importId, clock.instant())) {
            look(importId);
        } else {
            loop.wake();
        }
    }

    /** There may be something that another node has left behind. */
    void wake() {
        loop.wake();
    }

    private Duration oneFile() {
        var now = clock.instant();
        var next = queue.takeToLook(now, now.minus(SILENCE));
        next.ifPresent(this::look);
        return next.isPresent() ? Duration.ZERO : REST;
    }

    private void look(UUID importId) {
        var sent = queue.sent(importId);
        if (sent.isEmpty()) {
            return;
        }
        var defaults = sent.get().defaults();
        var file = sent.get().read();
        var columns = check.columns(file, sent.get());
        var seen = outlooks.ofAFile();
        for (int from = 0; from < file.rows().size(); from += ROWS_AT_A_TIME) {
            var some = file.rows()
                    .subList(from, Math.min(from + ROWS_AT_A_TIME, file.rows().size()));
            if (!isRunning() || !store(importId, check.check(some, columns, sent.get(), defaults), seen)) {
                queue.leave(importId);
                return; // another node, or the next start, begins anew; or the file was deleted
            }
        }
        queue.lookedAt(importId, clock.instant());
    }

    private boolean store(UUID importId, List<CheckedRow> some, ExpectedResults.OfAFile seen) {
        var looked = seen.next(some);
        return transactions.run(() -> {
            var there = queue.looking(importId, clock.instant());
            if (there) {
                rows.add(importId, looked);
            }
            return there;
        });
    }
}
