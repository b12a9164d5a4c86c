package io.ringback.platform;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.retry.support.RetryTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs work in one database transaction. A lost race (deadlock, lock timeout, row changed by somebody else) is tried
 * again from the start, at most {@value #TRIES} times; so the work must not have effects outside of the database.
 */
@Component
public class Transactions {

    static final int TRIES = 5;

    private final TransactionTemplate joining;
    private final TransactionTemplate separate;
    private final RetryTemplate retry = RetryTemplate.builder()
            .maxAttempts(TRIES)
            .uniformRandomBackoff(5, 50)
            .retryOn(ConcurrencyFailureException.class)
            .build();

    Transactions(PlatformTransactionManager manager) {
        this.joining = new TransactionTemplate(manager);
        this.separate = new TransactionTemplate(manager);
        this.separate.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
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
        return retry.execute(attempt -> once(joining, work));
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

    @SuppressWarnings("NullAway") // the template answers what the work answers
    private static <T extends @Nullable Object> T once(TransactionTemplate template, Supplier<T> work) {
        return template.execute(status -> work.get());
    }
}
