package io.ringback.exchange;

import io.ringback.audit.AuditTrail;
import io.ringback.callback.CallbackStatus;
import io.ringback.intake.CallbackRequest;
import io.ringback.intake.Intake;
import io.ringback.platform.database.Transactions;
import io.ringback.platform.problem.DatabaseAway;
import io.ringback.platform.problem.FieldError;
import io.ringback.platform.problem.InvalidField;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;

/** The steps of an import, each a transaction of its own: what a crash interrupts is done again, or was done. */
@Component
class ImportSteps {

    private static final Logger log = LoggerFactory.getLogger(ImportSteps.class);

    private final JdbcImports files;
    private final JdbcImportRows rows;
    private final Intake intake;
    private final AuditTrail audit;
    private final Transactions transactions;
    private final Clock clock;

    ImportSteps(
            JdbcImports files,
            JdbcImportRows rows,
            Intake intake,
            AuditTrail audit,
            Transactions transactions,
            Clock clock) {
        this.files = files;
        this.rows = rows;
        this.intake = intake;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The account that sent it; empty when there is nothing to do. */
    Optional<String> begin(UUID importId) {
        return files.workOn(importId, clock.instant());
    }

    /**
     * Takes rows in, all in one transaction, which is several times as fast as one after the other; where that fails, the
     * half of them, and so on to the row that it fails at. False when none was dealt with now.
     */
    boolean take(UUID importId, List<Integer> some) {
        if (some.size() == 1) {
            return take(importId, some.get(0));
        }
        try {
            return transactions.run(() -> intake.together(() -> takeLocked(importId, some)));
        } catch (RuntimeException failure) {
            if (DatabaseAway.isCauseOf(failure) || Thread.currentThread().isInterrupted()) {
                throw failure;
            }
            var half = some.size() / 2;
            var first = take(importId, some.subList(0, half));
            return take(importId, some.subList(half, some.size())) || first;
        }
    }

    private boolean takeLocked(UUID importId, List<Integer> some) {
        var locked = rows.lock(importId, some);
        locked.forEach((row, request) -> store(importId, row, request));
        return !locked.isEmpty();
    }

    /** Takes a row in; false when it was not dealt with now. */
    boolean take(UUID importId, int row) {
        try {
            return transactions.run(() -> rows.lock(importId, row)
                    .map(request -> {
                        store(importId, row, request);
                        return true;
                    })
                    .orElse(false));
        } catch (InvalidField refusal) {
            return fail(importId, row, refusal.errors());
        } catch (ConcurrencyFailureException race) {
            log.info("Row {} of import {} lost every race; it is tried again", row, importId);
            return false;
        }
    }

    void finish(UUID importId) {
        transactions.execute(() -> {
            if (files.finish(importId, clock.instant())) {
                audit.record(new ExchangeEvent.ImportFinished(importId).entry());
            }
        });
    }

    private void store(UUID importId, int row, CallbackRequest request) {
        var taken = intake.takeRow(request, ImportDefaults.isMade(request.externalId()));
        var callback = taken.callback();
        var fresh = callback.status() == CallbackStatus.MERGED ? RowResult.MERGED : RowResult.CREATED;
        rows.done(importId, row, taken.isNew() ? fresh : RowResult.ALREADY_THERE, callback.id());
    }

    private boolean fail(UUID importId, int row, List<FieldError> refusals) {
        var errors = refusals.stream().map(refusal -> RowError.of(row, refusal)).toList();
        transactions.execute(() -> rows.failed(importId, row, errors));
        return true;
    }
}
