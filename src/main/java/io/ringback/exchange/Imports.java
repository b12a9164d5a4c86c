package io.ringback.exchange;

import io.ringback.audit.AuditTrail;
import io.ringback.callback.Source;
import io.ringback.platform.database.Transactions;
import io.ringback.platform.problem.Conflict;
import io.ringback.platform.problem.InvalidField;
import io.ringback.platform.problem.NotFound;
import io.ringback.platform.problem.TooManyRequests;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Requests that come as a file. First it is looked at, and its sender told what is wrong and what would be stored; what
 * the sender confirms is then taken in row by row, each as if it had come over the API. Nobody but the sender sees it.
 */
@Service
public class Imports {

    static final Duration KEPT_UNCONFIRMED = Duration.ofHours(1);
    static final Duration KEPT_FINISHED = Duration.ofDays(1);
    private static final int ERRORS_SHOWN = 1000;
    private static final int MOST_WAITING = 20;
    private static final Duration WAIT = Duration.ofSeconds(30);

    private final RowCheck check;
    private final ImportCheck checks;
    private final JdbcImportQueue queue;
    private final JdbcImports files;
    private final JdbcImportRows rows;
    private final ImportWorker worker;
    private final AuditTrail audit;
    private final Transactions transactions;
    private final Clock clock;

    Imports(
            RowCheck check,
            ImportCheck checks,
            JdbcImportQueue queue,
            JdbcImports files,
            JdbcImportRows rows,
            ImportWorker worker,
            AuditTrail audit,
            Transactions transactions,
            Clock clock) {
        this.check = check;
        this.checks = checks;
        this.queue = queue;
        this.files = files;
        this.rows = rows;
        this.worker = worker;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Takes a file to be looked at: a short one at once, a longer one when it is its turn.
     *
     * @throws InvalidField when the file as a whole cannot be used
     * @throws TooManyRequests when too many of the account wait
     */
    ImportView look(String account, byte[] content, @Nullable String encoding, @Nullable String listId, Source source) {
        var sent = new UploadedFile(content, listId, source, new FileLayout(encoding, null, null), List.of());
        var file = sent.read();
        var unused = check.columns(file, sent);
        if (file.rows().isEmpty()) {
            throw new InvalidField("file", "has no rows below its header", "NO_ROWS");
        }
        var id = UUID.randomUUID();
        var size = file.rows().size();
        if (!transactions.run(() -> queue.add(id, account, sent, size, clock.instant(), MOST_WAITING))) {
            throw new TooManyRequests(
                    "%s files of yours wait to be looked at; send the next one when there are fewer."
                            .formatted(MOST_WAITING),
                    WAIT);
        }
        checks.soon(id, size);
        return get(account, id);
    }

    /** @throws NotFound when there is none, it is somebody else's, or it is forgotten */
    public ImportView get(String account, UUID id) {
        var now = clock.instant();
        var found = files.find(id, account)
                .filter(view -> view.forgottenAt() == null || view.forgottenAt().isAfter(now))
                .orElseThrow(() -> new NotFound("There is no such import; files that are not confirmed within an hour"
                        + " are deleted. Send the file again."));
        return new ImportView(
                found.id(),
                found.state(),
                found.rows(),
                found.looked(),
                found.ahead(),
                found.valid(),
                found.invalid(),
                found.willMerge(),
                found.alreadyThere(),
                rows.errors(id, ERRORS_SHOWN),
                found.result(),
                found.createdAt(),
                found.finishedAt(),
                found.forgottenAt(),
                found.open());
    }

    /**
     * Begins the import, or goes on with it where a server that went down has left it. Confirming twice is confirming
     * once.
     *
     * @param skipInvalid whether the rows with errors are left out
     * @throws Conflict when rows have errors and are not to be left out, or nothing is left to import
     */
    ImportView confirm(String account, UUID id, boolean skipInvalid) {
        transactions.execute(() -> {
            files.lock(id, account);
            var view = get(account, id);
            if (view.state() == ImportView.State.ASKING) {
                throw new Conflict(
                        "Expected a file that was looked at, but its sender has to say first how to read it.");
            }
            if (view.state() == ImportView.State.CHECKING) {
                throw new Conflict("Expected a file that was looked at, but %s of its %s rows were."
                        .formatted(view.looked(), view.rows()));
            }
            if (view.state() == ImportView.State.CHECKED) {
                begin(view, skipInvalid);
            }
        });
        worker.start(id);
        return get(account, id);
    }

    List<JdbcImportRows.Reported> report(String account, UUID id) {
        return rows.report(get(account, id).id());
    }

    private void begin(ImportView view, boolean skipInvalid) {
        if (view.invalid() > 0 && !skipInvalid) {
            throw new Conflict(
                    "Expected a file without errors, but %s rows have some. Confirm with skipInvalid to leave"
                                    .formatted(view.invalid())
                            + " them out.");
        }
        if (view.valid() == 0) {
            throw new Conflict("Expected rows to import, but none is without errors.");
        }
        files.confirm(view.id(), clock.instant());
        rows.skipInvalid(view.id());
        audit.record(new ExchangeEvent.ImportConfirmed(view.id(), view.valid(), view.invalid()).entry());
    }
}
