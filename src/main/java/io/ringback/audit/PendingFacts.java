package io.ringback.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What a change that is yet to come is decided from: kept for the next entry about its callback in this transaction, so that
 * it costs no statement of its own. What no entry has taken by the end is told to whoever asked for it before the commit.
 */
final class PendingFacts implements TransactionSynchronization {

    private static final ThreadLocal<@Nullable PendingFacts> HERE = new ThreadLocal<>();

    private final Map<UUID, Map<String, List<Object>>> kept = new HashMap<>();
    private final Consumer<AuditEntry> leftover;
    private final String type;

    private PendingFacts(String type, Consumer<AuditEntry> leftover) {
        this.type = type;
        this.leftover = leftover;
    }

    /** Keeps one more value under the name. */
    static void keep(UUID callbackId, String name, Object value, String type, Consumer<AuditEntry> leftover) {
        var here = HERE.get();
        if (here == null) {
            here = new PendingFacts(type, leftover);
            TransactionSynchronizationManager.registerSynchronization(here);
            HERE.set(here);
        }
        here.kept
                .computeIfAbsent(callbackId, unknown -> new LinkedHashMap<>())
                .computeIfAbsent(name, unknown -> new ArrayList<>())
                .add(value);
    }

    /** The entry with what was kept for it, which is not kept any longer. */
    static AuditEntry with(AuditEntry entry) {
        var here = HERE.get();
        var facts = here == null || entry.callbackId() == null ? null : here.kept.remove(entry.callbackId());
        if (facts == null) {
            return entry;
        }
        var all = new LinkedHashMap<String, Object>(entry.facts());
        all.putAll(facts);
        return entry.decidedFrom(all);
    }

    @Override
    public void beforeCommit(boolean readOnly) {
        for (var callback : List.copyOf(kept.keySet())) {
            leftover.accept(AuditEntry.of(type, Map.of()).about(callback));
        }
    }

    @Override
    public void suspend() {
        HERE.remove();
    }

    @Override
    public void resume() {
        HERE.set(this);
    }

    @Override
    public void afterCompletion(int status) {
        HERE.remove();
    }
}
