package io.ringback.trace;

import io.ringback.platform.database.DueWork;
import io.ringback.platform.run.BackgroundLoop;
import io.ringback.platform.run.InBackground;
import java.time.Duration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Folds closed cases, with rests between, so that agents at work do not notice. */
@Component
@ConditionalOnProperty(name = "ringback.closed-cases.loop", havingValue = "true", matchIfMissing = true)
class FoldLoop implements InBackground, DueWork {

    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final Folding folding;
    private final String dueAt;
    private final BackgroundLoop loop =
            new BackgroundLoop("closed-cases", "Folding the way of closed cases", this::round, PAUSE);

    FoldLoop(Folding folding, EngineHistory engine) {
        this.folding = folding;
        this.dueAt = DueWork.atOnceIf(engine.hasEnded());
    }

    @Override
    public BackgroundLoop loop() {
        return loop;
    }

    @Override
    public String dueAt() {
        return dueAt;
    }

    @Override
    public Duration noticedWithin() {
        return PAUSE;
    }

    @Override
    public void due() {
        loop.wake();
    }

    /** As long as the work took, so that the database has as much left for everybody else; at once where nothing is left. */
    private Duration round() {
        var began = System.nanoTime();
        var folded = folding.some();
        return folded < Folding.AT_A_TIME ? REST : Duration.ofNanos(System.nanoTime() - began);
    }
}
