package io.ringback.intake;

import io.ringback.platform.database.DueWork;
import io.ringback.platform.run.BackgroundLoop;
import io.ringback.platform.run.InBackground;
import java.time.Duration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Tells the trail of refused requests within half a minute after theirs. */
@Component
@ConditionalOnProperty(name = "ringback.refused-requests.loop", havingValue = "true", matchIfMissing = true)
class RefusedRequestsLoop implements InBackground, DueWork {

    private static final Duration PAUSE = Duration.ofSeconds(20);

    private final RefusedRequests refused;
    private final BackgroundLoop loop =
            new BackgroundLoop("refused-requests", "Telling of refused requests", this::round, PAUSE);

    RefusedRequestsLoop(RefusedRequests refused) {
        this.refused = refused;
    }

    @Override
    public BackgroundLoop loop() {
        return loop;
    }

    @Override
    public String dueAt() {
        return "(SELECT min(minute) + interval '1 minute' FROM ringback.refused_request)";
    }

    @Override
    public Duration noticedWithin() {
        return PAUSE;
    }

    @Override
    public void due() {
        loop.wake();
    }

    private Duration round() {
        refused.runOnce();
        return REST;
    }
}
