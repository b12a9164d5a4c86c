package io.ringback.trace;

import io.ringback.audit.AuditTrail;
import io.ringback.platform.database.Transactions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Writes the row of each closed case, tells those who count, and takes away what the engine has kept of it: all in one
 * transaction, some cases at a time.
 */
@Component
class Folding {

    static final int AT_A_TIME = 100;

    private final EngineHistory engine;
    private final JdbcCaseRecords records;
    private final Assembly assembly;
    private final AuditTrail audit;
    private final ObjectProvider<CaseFolded> listeners;
    private final Transactions transactions;
    private final Clock clock;

    Folding(
            EngineHistory engine,
            JdbcCaseRecords records,
            Assembly assembly,
            AuditTrail audit,
            ObjectProvider<CaseFolded> listeners,
            Transactions transactions,
            Clock clock) {
        this.engine = engine;
        this.records = records;
        this.assembly = assembly;
        this.audit = audit;
        this.listeners = listeners;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Folds some of those that have ended first; answers how many. */
    int some() {
        return transactions.run(() -> engine.lock() ? fold(engine.lockEnded(AT_A_TIME)) : 0);
    }

    private int fold(List<UUID> ended) {
        if (ended.isEmpty()) {
            return 0;
        }
        var trail = audit.ofCallbacks(ended);
        var folded = new ArrayList<Trace>();
        engine.of(ended).forEach((callback, passings) -> {
            var decisions = Traces.decisions(trail.getOrDefault(callback, List.of()));
            if (records.add(callback, passings, decisions, clock.instant())) {
                folded.add(assembly.trace(callback, passings, decisions, Trace.Source.RECORD));
            }
        });
        listeners.forEach(listener -> listener.folded(folded));
        engine.forget(ended);
        return ended.size();
    }
}
