package io.ringback.operations;

import io.ringback.audit.AuditTrail;
import io.ringback.callback.SetAsideCallback;
import io.ringback.callback.SetAsideCallbacks;
import io.ringback.platform.database.Transactions;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What has failed and waits for somebody. */
@RestController
@RequestMapping("/api/v1")
public class IncidentController {

    public static final int SHOWN = 200;

    private final EngineState engine;
    private final SetAsideCallbacks setAside;
    private final AuditTrail audit;
    private final Transactions transactions;

    IncidentController(EngineState engine, SetAsideCallbacks setAside, AuditTrail audit, Transactions transactions) {
        this.engine = engine;
        this.setAside = setAside;
        this.audit = audit;
        this.transactions = transactions;
    }

    /** Failed steps of processes, at most 200: those that have given up first. */
    @GetMapping("/incidents")
    Incidents incidents() {
        return new Incidents(engine.incidents(SHOWN));
    }

    /** Tries one that has given up again, at once. */
    @PostMapping("/incidents/{id}/retry")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void retry(@PathVariable String id) {
        transactions.execute(() -> audit.record(new IncidentRetried(engine.retry(id)).entry()));
    }

    /** Callbacks whose process does not answer, at most 200, longest first. */
    @GetMapping("/set-aside")
    SetAside setAside() {
        return new SetAside(setAside.oldest(SHOWN));
    }

    /** Starts the process of such a callback anew. */
    @PostMapping("/set-aside/{callbackId}/repair")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void repair(@PathVariable UUID callbackId) {
        transactions.execute(() -> setAside.repair(callbackId));
    }

    record Incidents(List<Incident> items) {}

    record SetAside(List<SetAsideCallback> items) {}
}
