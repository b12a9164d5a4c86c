package io.ringback.allocation;

import io.ringback.platform.run.BackgroundLoop;
import io.ringback.platform.run.InBackground;
import java.time.Duration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Looks every second after callbacks whose process has gone wrong. */
@Component
@ConditionalOnProperty(name = "ringback.sick-cases.loop", havingValue = "true", matchIfMissing = true)
class SetAsideLoop implements InBackground {

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final SetAsideRounds rounds;
    private final BackgroundLoop loop = new BackgroundLoop(
            "sick-cases", "Looking after callbacks whose process has gone wrong", this::round, PAUSE);

    SetAsideLoop(SetAsideRounds rounds) {
        this.rounds = rounds;
    }

    @Override
    public BackgroundLoop loop() {
        return loop;
    }

    private Duration round() {
        rounds.runOnce();
        return PAUSE;
    }
}
