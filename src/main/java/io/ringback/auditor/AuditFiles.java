package io.ringback.auditor;

import io.ringback.audit.AuditTrail;
import io.ringback.callback.Attempts;
import io.ringback.callback.Callback;
import io.ringback.callback.CallbackView;
import io.ringback.exchange.FileAnswers;
import io.ringback.exchange.FileAnswers.RowTaker;
import io.ringback.exchange.FileAnswers.Wanted;
import io.ringback.exchange.FileKind;
import io.ringback.platform.problem.NotFound;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What auditors have found, as files: CSV and JSON lines. */
@Service
public class AuditFiles {

    private static final List<String> CALLBACKS = List.of(
            "id",
            "listId",
            "phoneNumber",
            "callerName",
            "source",
            "externalId",
            "status",
            "createdAt",
            "eligibleAt",
            "dueAt",
            "expiresAt",
            "closedAt",
            "mainCallbackId",
            "attemptCount",
            "allocatedTo");
    private static final List<String> EVENTS = List.of(
            "callbackId", "at", "actor", "type", "from", "to", "reason", "agentId", "details", "because", "changed");
    private static final List<String> ATTEMPTS =
            List.of("callbackId", "id", "agentId", "at", "endedAt", "callStatus", "note", "withoutCall");
    private static final List<String> READS =
            List.of("id", "at", "reader", "what", "callbackId", "agentId", "listId", "purpose", "details");

    private final AuditSearch search;
    private final Reads reads;
    private final AuditTrail trail;
    private final Attempts attempts;
    private final FileAnswers files;

    AuditFiles(AuditSearch search, Reads reads, AuditTrail trail, Attempts attempts, FileAnswers files) {
        this.search = search;
        this.reads = reads;
        this.trail = trail;
        this.attempts = attempts;
        this.files = files;
    }

    /**
     * Who wants a file, and how it is sent.
     *
     * @param semicolons see {@link Wanted}
     */
    public record Asker(
            Principal caller, @Nullable Boolean semicolons, HttpServletRequest request, HttpServletResponse response) {}

    /**
     * @param file {@code callbacks}, {@code events} or {@code attempts}, with the ending {@code .csv} or {@code .jsonl}
     * @throws NotFound when there is no such file
     */
    public void found(String file, AuditSearchRequest request, Asker asker) throws IOException {
        var kind = kind(file);
        search.check(request);
        switch (kind.table(file)) {
            case "callbacks" ->
                send(file, kind, CALLBACKS, taker -> search.each(request, each -> taker.row(callback(each))), asker);
            case "events" ->
                send(file, kind, EVENTS, taker -> search.each(request, each -> events(each, taker)), asker);
            case "attempts" ->
                send(file, kind, ATTEMPTS, taker -> search.each(request, each -> attempts(each, taker)), asker);
            default -> throw unknown();
        }
    }

    /**
     * @param file {@code reads} with its ending
     * @throws NotFound when there is no such file
     */
    public void reads(String file, ReadsRequest request, Asker asker) throws IOException {
        var kind = kind(file);
        if (!kind.table(file).equals("reads")) {
            throw unknown();
        }
        reads.check(request);
        send(file, kind, READS, taker -> reads.each(request, read -> taker.row(row(read))), asker);
    }

    private void send(String file, FileKind kind, List<String> columns, FileAnswers.Rows rows, Asker asker)
            throws IOException {
        var wanted = new Wanted(kind, file, asker.semicolons());
        files.send(wanted, columns, rows, asker.caller(), asker.request(), asker.response());
    }

    private static List<@Nullable Object> callback(Callback callback) {
        var view = CallbackView.of(callback);
        return Arrays.asList(
                view.id(),
                view.listId(),
                FileAnswers.number(view.phoneNumber()),
                view.callerName(),
                view.source(),
                view.externalId(),
                view.status(),
                view.createdAt(),
                view.eligibleAt(),
                view.dueAt(),
                view.expiresAt(),
                view.closedAt(),
                view.mainCallbackId(),
                view.attemptCount(),
                view.allocatedTo());
    }

    private void events(Callback callback, RowTaker taker) throws IOException {
        for (var event : trail.ofCallback(callback.id())) {
            taker.row(Arrays.asList(
                    callback.id(),
                    event.at(),
                    event.actor(),
                    event.type(),
                    event.from(),
                    event.to(),
                    event.reason(),
                    event.agentId(),
                    FileAnswers.json(event.details()),
                    FileAnswers.json(event.because()),
                    FileAnswers.json(event.changed())));
        }
    }

    private void attempts(Callback callback, RowTaker taker) throws IOException {
        for (var attempt : attempts.of(callback.id())) {
            taker.row(Arrays.asList(
                    callback.id(),
                    attempt.id(),
                    attempt.agentId(),
                    attempt.at(),
                    attempt.endedAt(),
                    attempt.callStatus(),
                    attempt.note(),
                    attempt.withoutCall()));
        }
    }

    private static List<@Nullable Object> row(Read read) {
        return Arrays.asList(
                read.id(),
                read.at(),
                read.reader(),
                read.what(),
                read.callbackId(),
                read.agentId(),
                read.listId(),
                read.purpose(),
                FileAnswers.json(read.details()));
    }

    private static FileKind kind(String file) {
        return FileKind.of(file).orElseThrow(AuditFiles::unknown);
    }

    private static NotFound unknown() {
        return new NotFound("There are callbacks, events, attempts and reads, each with the ending .csv or .jsonl.");
    }
}
