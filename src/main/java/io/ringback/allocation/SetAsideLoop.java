package io.ringback.allocation;

import static java.util.stream.Collectors.joining;

import io.ringback.callback.ToMend;
import io.ringback.platform.database.DueWork;
import io.ringback.platform.run.BackgroundLoop;
import io.ringback.platform.run.InBackground;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Looks after callbacks whose process has gone wrong, within a second. */
@Component
@ConditionalOnProperty(name = "ringback.sick-cases.loop", havingValue = "true", matchIfMissing = true)
class SetAsideLoop implements InBackground, DueWork {

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final SetAsideRounds rounds;
    private final String dueAt;
    private final BackgroundLoop loop = new BackgroundLoop(
            "sick-cases", "Looking after callbacks whose process has gone wrong", this::round, PAUSE);

    SetAsideLoop(SetAsideRounds rounds, List<ToMend> causes) {
        this.rounds = rounds;
        this.dueAt = DueWork.atOnceIf(causes.stream().map(ToMend::condition).collect(joining(" OR ")));
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

    private Duration round() {
        rounds.runOnce();
        return REST;
    }
}
