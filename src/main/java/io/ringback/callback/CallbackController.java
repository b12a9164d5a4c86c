package io.ringback.callback;

import io.ringback.audit.AuditEvent;
import io.ringback.audit.AuditTrail;
import io.ringback.audit.Look;
import io.ringback.audit.LooksAt;
import io.ringback.list.Lists;
import io.ringback.number.NumberFault;
import io.ringback.number.PhoneNumbers;
import io.ringback.platform.database.Transactions;
import io.ringback.platform.input.PlainText;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/callbacks")
class CallbackController {

    private final Callbacks callbacks;
    private final Attempts attempts;
    private final CallbackNotes notes;
    private final AuditTrail audit;
    private final CaseRecovery recovery;
    private final Lists lists;
    private final Transactions transactions;

    CallbackController(
            Callbacks callbacks,
            Attempts attempts,
            CallbackNotes notes,
            AuditTrail audit,
            CaseRecovery recovery,
            Lists lists,
            Transactions transactions) {
        this.callbacks = callbacks;
        this.attempts = attempts;
        this.notes = notes;
        this.audit = audit;
        this.recovery = recovery;
        this.lists = lists;
        this.transactions = transactions;
    }

    @GetMapping("/{id}")
    @LooksAt(value = Look.CALLBACK, callback = "id")
    CallbackView one(@PathVariable UUID id) {
        return CallbackView.of(callbacks.get(id));
    }

    /**
     * A page in order of arrival, or the other way round; {@code next} is the {@code after} of the page that follows,
     * null on the last. Programs may ask for a number in the address; people do so on the page of callbacks.
     */
    @GetMapping
    @LooksAt(
            value = Look.CALLBACKS,
            list = "listId",
            sought = {"phoneNumber", "answer"},
            criteria = {"status", "setAside", "open", "overdue", "from", "to"})
    Page page(
            @RequestParam(required = false) @Nullable String listId,
            @RequestParam(required = false) @Nullable CallbackStatus status,
            @RequestParam(required = false) @Nullable String phoneNumber,
            @RequestParam(required = false) @Nullable Boolean setAside,
            @RequestParam(required = false) @Nullable Boolean open,
            @RequestParam(required = false) @Nullable Boolean overdue,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(required = false) @Nullable @PlainText(max = 401) String answer,
            @RequestParam(defaultValue = "OLDEST") CallbackOrder order,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(500) int limit) {
        var filter = new CallbackFilter(
                listId,
                status,
                numbers(phoneNumber, listId),
                setAside,
                open,
                overdue,
                CallbackTimes.checked("from", from),
                CallbackTimes.checked("to", to),
                AnswerFilter.checked("answer", answer));
        var found = callbacks.page(filter, order, after, limit + 1);
        var items = found.stream().limit(limit).map(CallbackView::of).toList();
        return new Page(items, found.size() > limit ? items.get(limit - 1).id() : null);
    }

    @GetMapping("/{id}/history")
    @LooksAt(value = Look.CALLBACK, callback = "id")
    History history(@PathVariable UUID id) {
        var callback = callbacks.get(id);
        return new History(
                audit.ofCallback(id),
                attempts.of(id),
                callbacks.relatedTo(callback),
                callbacks.leftUnsaved(callback),
                notes.of(callback));
    }

    /** Starts the process of a callback that was set aside anew, from where its row says it is. */
    @PostMapping("/{id}/repair")
    CallbackView repair(@PathVariable UUID id) {
        return CallbackView.of(transactions.run(() -> recovery.repair(id)));
    }

    /** A national number needs a list to be read in; a plus sign that came unescaped through the URL is put back. */
    private Set<String> numbers(@Nullable String phoneNumber, @Nullable String listId) {
        if (phoneNumber == null) {
            return Set.of();
        }
        var region = listId == null ? PhoneNumbers.NO_REGION : lists.get(listId).region();
        var numbers = PhoneNumbers.lookedFor(phoneNumber.replaceFirst("^ ", "+"), Set.of(region));
        if (numbers.isEmpty()) {
            throw NumberFault.IMPOSSIBLE_NUMBER.refusal();
        }
        return numbers;
    }

    record Page(List<CallbackView> items, @Nullable UUID next) {}

    /**
     * @param leftUnsaved what agents had entered and not saved when it left their hands, oldest first
     * @param notes of supervisors, oldest first; the event of each names its id
     */
    record History(
            List<AuditEvent> events,
            List<Attempt> attempts,
            List<RelatedCallback> related,
            List<LeftDraft> leftUnsaved,
            List<CallbackNote> notes) {}
}
