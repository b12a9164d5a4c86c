package io.ringback.platform.database;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What the transaction of this thread knows of rows until its end. Of those that it has locked or written nobody else changes
 * any, so they need not be read again, if whoever keeps them here is the only one who writes them.
 */
public final class RowsOfTransaction<K, R> {

    /** Keeps the row as it is now; without a transaction nothing is kept. */
    public R keep(K id, R row) {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            ofTransaction().rows.put(id, row);
        }
        return row;
    }

    public Optional<R> find(K id) {
        var kept = kept();
        return kept == null ? Optional.empty() : Optional.ofNullable(kept.rows.get(id));
    }

    /** One of which that is so. */
    public Optional<R> find(Predicate<R> condition) {
        var kept = kept();
        return kept == null
                ? Optional.empty()
                : kept.rows.values().stream().filter(condition).findFirst();
    }

    /** They are read anew: something has been written to them that is not known here. */
    public void forget() {
        var kept = kept();
        if (kept != null) {
            kept.rows.clear();
        }
    }

    @SuppressWarnings("unchecked") // bound under this very object
    private @Nullable Kept kept() {
        return (Kept) TransactionSynchronizationManager.getResource(this);
    }

    private Kept ofTransaction() {
        var known = kept();
        if (known != null) {
            return known;
        }
        var begun = new Kept();
        TransactionSynchronizationManager.bindResource(this, begun);
        TransactionSynchronizationManager.registerSynchronization(begun);
        return begun;
    }

    private final class Kept implements TransactionSynchronization {

        private final Map<K, R> rows = new HashMap<>();

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResourceIfPossible(RowsOfTransaction.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(RowsOfTransaction.this, this);
        }

        /** Before the commit: what is done after it finds no rows here that are not locked any more. */
        @Override
        public void beforeCompletion() {
            TransactionSynchronizationManager.unbindResourceIfPossible(RowsOfTransaction.this);
        }

        /** For what was begun in the last moment. */
        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(RowsOfTransaction.this);
        }
    }
}
