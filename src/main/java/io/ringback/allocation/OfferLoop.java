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
    private final AtomicBoolean isNews = new AtomicBoolean();
    private final AtomicBoolean isDue = new AtomicBoolean();
    private final BackgroundLoop loop = new BackgroundLoop("offers", "Offering callbacks", this::offer, Offers.SWEEP);

    OfferLoop(Offers offers) {
        this.offers = offers;
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void on(Change change) {
        if (change.makesOffer()) {
            news();
        }
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void on(CallbackOffered event) {
        news();
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void on(ListJoined event) {
        news();
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

    private void news() {
        isNews.set(true);
        loop.wake();
    }

    private Duration offer() {
        var news = isNews.getAndSet(false);
        var due = isDue.getAndSet(false);
        if (news && !due) {
            offers.toIdleAgents(); // news make nobody's time come
        } else {
            offers.runOnce();
        }
        return REST;
    }
}
