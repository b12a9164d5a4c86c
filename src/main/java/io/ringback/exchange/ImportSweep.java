package io.ringback.exchange;

import java.time.Clock;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Goes on with imports whose server went down, and forgets old ones. */
@Component
class ImportSweep {

    private final JdbcImports files;
    private final ImportCheck checks;
    private final ImportWorker worker;
    private final Clock clock;

    ImportSweep(JdbcImports files, ImportCheck checks, ImportWorker worker, Clock clock) {
        this.files = files;
        this.checks = checks;
        this.worker = worker;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT30S", initialDelayString = "PT30S")
    void sweep() {
        runOnce();
    }

    void runOnce() {
        var now = clock.instant();
        checks.wake();
        worker.wake();
        files.forget(now.minus(Imports.KEPT_UNCONFIRMED), now.minus(Imports.KEPT_FINISHED));
    }
}
