package io.ringback.auditor;

import io.ringback.audit.Look;
import io.ringback.audit.LooksAt;
import io.ringback.callback.CallbackView;
import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Auditors look for callbacks. A number is in the body, and so in no address. */
@RestController
@RequestMapping("/api/v1/audit")
class AuditSearchController {

    private final AuditSearch search;
    private final Reads reads;

    AuditSearchController(AuditSearch search, Reads reads) {
        this.search = search;
        this.reads = reads;
    }

    /** A page of callbacks, the newest first; {@code next} is the {@code after} of the page that follows, null on the last. */
    @PostMapping("/search")
    @LooksAt(
            value = Look.CALLBACKS,
            callback = "callbackId",
            agent = "agentId",
            list = "listId",
            sought = {"phoneNumber", "externalId"},
            criteria = {"from", "to", "status", "outcome", "processVersion", "lookedAtBy"})
    FoundCallbacks search(@RequestBody @Valid AuditSearchRequest request) {
        var page = search.find(request);
        return new FoundCallbacks(page.items().stream().map(CallbackView::of).toList(), page.next());
    }

    /** Who has looked at what, the last look first. */
    @PostMapping("/reads")
    @LooksAt(
            value = Look.READS,
            callback = "callbackId",
            agent = "agentId",
            sought = {"phoneNumber", "reader"})
    Reads.Page reads(@RequestBody @Valid ReadsRequest request) {
        return reads.find(request);
    }

    record FoundCallbacks(
            List<CallbackView> items, @Nullable UUID next) {}
}
