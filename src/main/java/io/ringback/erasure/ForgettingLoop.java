package io.ringback.erasure;

import io.ringback.platform.run.BackgroundLoop;
import io.ringback.platform.run.InBackground;
import java.time.Duration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * Forgets in the background. It rests as long as it has worked, so that however much there is to forget, at least half of
 * what the database can do is for those who work.
 */
@Component
@ConditionalOnProperty(name = "ringback.erasure.sweep", havingValue = "true", matchIfMissing = true)
class ForgettingLoop implements InBackground {

    private static final Duration NOTHING_TO_DO = Duration.ofSeconds(30);

    private final Forgetting forgetting;
    private final BackgroundLoop loop =
            new BackgroundLoop("forgetting", "Forgetting callers", this::some, NOTHING_TO_DO);

    ForgettingLoop(Forgetting forgetting) {
        this.forgetting = forgetting;
    }

    @Override
    public BackgroundLoop loop() {
        return loop;
    }

    private Duration some() {
        var begun = System.nanoTime();
        var forgotten = forgetting.someAskedFor() + forgetting.someInTime();
        if (forgotten == 0) {
            forgetting.leftOvers();
            return NOTHING_TO_DO;
        }
        return Duration.ofNanos(System.nanoTime() - begun);
    }
}
