package io.ringback.platform.database;

import java.util.HashSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.retry.support.RetryTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs work in one database transaction. A lost race (deadlock, lock timeout, row changed by somebody else) is tried
 * again from the start, at most {@value #TRIES} times; so the work must not have effects outside of the database.
 */
@Component
public class Transactions {

    static final int TRIES = 5;
    private static final int MOST_REMEDIES = 100;

    private final TransactionTemplate joining;
    private final TransactionTemplate separate;
    private final TransactionTemplate reading;
    private final TransactionTemplate apart;
    private final ObjectProvider<FailureRecovery> remedies;
    private final RetryTemplate retry = RetryTemplate.builder()
            .maxAttempts(TRIES)
            .uniformRandomBackoff(5, 50)
            .retryOn(ConcurrencyFailureException.class)
            .build();

    Transactions(PlatformTransactionManager manager, ObjectProvider<FailureRecovery> remedies) {
        this.remedies = remedies;
        this.joining = new TransactionTemplate(manager);
        this.separate = new TransactionTemplate(manager);
        this.separate.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.reading = new TransactionTemplate(manager);
        this.reading.setReadOnly(true);
        this.apart = new TransactionTemplate(manager);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_NOT_SUPPORTED);
    }

    /**
     * Runs the work in the current transaction if there is one, else in its own with retries.
     *
     * @throws ConcurrencyFailureException if every try lost its race; told to API callers as 409
     */
    public <T extends @Nullable Object> T run(Supplier<T> work) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            return once(joining, work);
        }
        return curing(() -> retry.execute(attempt -> once(joining, work)));
    }

    /** Like {@link #run}, for work without a result. */
    public void execute(Runnable work) {
        this.<@Nullable Void>run(() -> {
            work.run();
            return null;
        });
    }

    /** Runs the work in a transaction of its own, with retries, also while another one is open on this thread. */
    public <T extends @Nullable Object> T inNew(Supplier<T> work) {
        return retry.execute(attempt -> once(separate, work));
    }

    /** Reads in one transaction and is not tried again: for what is sent on while it is read, and cannot be taken back. */
    public void readOnce(Runnable work) {
        reading.executeWithoutResult(status -> work.run());
    }

    /** For what is in no transaction, neither one of its own nor one that is open on this thread: each statement stands for itself. */
    public TransactionOperations apart() {
        return apart;
    }

    /**
     * Runs the work in a transaction of its own that is always rolled back, also while another one is open on this thread. The
     * work limits itself: a time limit here would set and wake a timer for each of its statements, of which there are many.
     */
    public <T extends @Nullable Object> T takenBack(Supplier<T> work) {
        return rolledBack(separate, work);
    }

    /** What there is a {@link FailureRecovery} for is mended in a transaction of its own, and then the work begins anew. */
    private <T extends @Nullable Object> T curing(Supplier<T> work) {
        var mended = new HashSet<String>();
        while (true) {
            try {
                return work.get();
            } catch (RuntimeException failed) {
                var failure = failed instanceof RepeatedRace race ? race.otherwise() : failed;
                var remedy = remedies.stream()
                        .filter(one -> one.helpsAgainst(failure))
                        .findFirst();
                if (remedy.isEmpty() || mended.size() == MOST_REMEDIES) {
                    throw failed;
                }
                var again = !mended.add(String.valueOf(failure.getMessage()));
                if (again && !mended.add("again: " + failure.getMessage())) {
                    throw failed;
                }
                mend(remedy.get(), failure, again);
            }
        }
    }

    private void mend(FailureRecovery remedy, RuntimeException failure, boolean again) {
        curing(() -> inNew(() -> {
            remedy.apply(failure, again);
            return true;
        }));
    }

    @SuppressWarnings("NullAway") // the template answers what the work answers
    private static <T extends @Nullable Object> T rolledBack(TransactionTemplate template, Supplier<T> work) {
        return template.execute(status -> {
            status.setRollbackOnly();
            return work.get();
        });
    }

    @SuppressWarnings("NullAway") // the template answers what the work answers
    private static <T extends @Nullable Object> T once(TransactionTemplate template, Supplier<T> work) {
        return template.execute(status -> work.get());
    }
}
