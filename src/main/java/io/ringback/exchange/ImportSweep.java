package io.ringback.exchange;

import java.time.Clock;
import java.time.Duration;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Goes on with imports whose server went down, and forgets old ones. */
@Component
class ImportSweep {

    /** Longer than a worker takes for a few rows, however busy the database. */
    private static final Duration SILENCE = Duration.ofMinutes(1);

    private final JdbcImports files;
    private final ImportWorker worker;
    private final Clock clock;

    ImportSweep(JdbcImports files, ImportWorker worker, Clock clock) {
        this.files = files;
        this.worker = worker;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT30S", initialDelayString = "PT30S")
    void sweep() {
        runOnce();
    }

    void runOnce() {
        var now = clock.instant();
        files.leftBehind(now.minus(SILENCE)).forEach(worker::start);
        files.forget(now.minus(Imports.KEPT_UNCONFIRMED), now.minus(Imports.KEPT_FINISHED));
    }
}
