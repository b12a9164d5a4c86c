package io.ringback.trace;

import io.ringback.audit.AuditEvent;
import io.ringback.audit.AuditTrail;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** The way of each case through its process, be it open or closed for years. */
@Service
public class Traces {

    private final JdbcCaseRecords records;
    private final EngineHistory engine;
    private final Assembly assembly;
    private final AuditTrail audit;

    Traces(JdbcCaseRecords records, EngineHistory engine, Assembly assembly, AuditTrail audit) {
        this.records = records;
        this.engine = engine;
        this.assembly = assembly;
        this.audit = audit;
    }

    /** Of a callback, whether there is one or not. */
    public Trace of(UUID callbackId) {
        return of(callbackId, audit.ofCallback(callbackId));
    }

    /** The same, for whoever has read the trail of the callback already. */
    public Trace of(UUID callbackId, List<AuditEvent> trail) {
        return folded(callbackId)
                .or(() -> unfolded(callbackId, trail))
                .or(() -> folded(callbackId)) // at this very moment
                .orElseGet(() -> new Trace(
                        callbackId, null, List.of(), List.of(), decisions(trail), null, null, Trace.Source.TRAIL));
    }

    private Optional<Trace> folded(UUID callbackId) {
        return records.find(callbackId)
                .map(row -> assembly.trace(callbackId, row.passings(), row.decisions(), Trace.Source.RECORD));
    }

    private Optional<Trace> unfolded(UUID callbackId, List<AuditEvent> trail) {
        return Optional.ofNullable(engine.of(Set.of(callbackId)).get(callbackId))
                .filter(passings -> !passings.all().isEmpty())
                .map(passings -> assembly.trace(callbackId, passings, decisions(trail), Trace.Source.ENGINE));
    }

    /** What the trail says was decided, oldest first. */
    static List<MadeDecision> decisions(List<AuditEvent> trail) {
        return trail.stream()
                .filter(event -> event.facts() != null)
                .flatMap(event -> CompactDecisions.of(event).stream())
                .toList();
    }
}
