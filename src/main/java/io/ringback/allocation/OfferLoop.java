package io.ringback.allocation;

import io.ringback.callback.CallbackBecameEligible;
import io.ringback.list.ListJoined;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Keeps offering: at once when a callback has become eligible on this node, at the moment the next scheduled one does,
 * and every second for what another node lost in a crash.
 */
@Component
@ConditionalOnProperty(name = "ringback.allocation.loop", havingValue = "true", matchIfMissing = true)
class OfferLoop implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(OfferLoop.class);

    private final Offers offers;
    private final Semaphore signals = new Semaphore(0);
    private volatile @Nullable Thread thread;

    OfferLoop(Offers offers) {
        this.offers = offers;
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void on(CallbackBecameEligible event) {
        signals.release();
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void on(ListJoined event) {
        signals.release();
    }

    @Override
    public void start() {
        var started = new Thread(this::run, "offers");
        started.setDaemon(true);
        thread = started;
        started.start();
    }

    @Override
    public void stop() {
        var running = thread;
        thread = null;
        if (running != null) {
            signals.release();
            try {
                running.join(10_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    private void run() {
        while (thread == Thread.currentThread()) {
            var pause = Offers.SWEEP;
            try {
                offers.runOnce();
                pause = offers.untilNext();
            } catch (RuntimeException e) {
                log.warn("Offering callbacks failed; it is tried again in {}", pause, e);
            }
            await(pause.toMillis());
        }
    }

    private void await(long millis) {
        try {
            if (signals.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
                signals.drainPermits();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            thread = null;
        }
    }
}
