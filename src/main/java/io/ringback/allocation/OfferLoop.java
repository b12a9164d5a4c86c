package io.ringback.allocation;

import io.ringback.callback.CallbackOffered;
import io.ringback.callback.Change;
import io.ringback.list.ListJoined;
import io.ringback.platform.database.DueWork;
import io.ringback.platform.run.BackgroundLoop;
import io.ringback.platform.run.InBackground;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Keeps offering: at once when a callback has become eligible on this node, at the moment the next scheduled one does,
 * and every second for what another node lost in a crash.
 */
@Component
@ConditionalOnProperty(name = "ringback.allocation.loop", havingValue = "true", matchIfMissing = true)
class OfferLoop implements InBackground, DueWork {

    private final Offers offers;
    private final AtomicBoolean isDue = new AtomicBoolean(true);
    private final BackgroundLoop loop = new BackgroundLoop("offers", "Offering callbacks", this::offer, Offers.SWEEP);

    OfferLoop(Offers offers) {
        this.offers = offers;
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void on(Change change) {
        if (change.makesOffer()) {
            loop.wake();
        }
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void on(CallbackOffered event) {
        loop.wake();
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void on(ListJoined event) {
        loop.wake();
    }

    @Override
    public BackgroundLoop loop() {
        return loop;
    }

    @Override
    public String dueAt() {
        return offers.dueAt();
    }

    @Override
    public Duration noticedWithin() {
        return Offers.SWEEP;
    }

    @Override
    public void due() {
        isDue.set(true);
        loop.wake();
    }

    private Duration offer() {
        if (isDue.getAndSet(false)) {
            offers.runOnce();
        } else {
            offers.toIdleAgents(); // news make nobody's time come
        }
        return REST;
    }
}
