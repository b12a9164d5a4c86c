package io.ringback.auditor;

import java.time.Clock;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Forgets looks that are over. */
@Component
class ReadingSweep {

    private final JdbcReadings readings;
    private final Clock clock;

    ReadingSweep(JdbcReadings readings, Clock clock) {
        this.readings = readings;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT5M", initialDelayString = "PT5M")
    void sweep() {
        readings.forgetRecent(clock.instant().minus(AuditReads.ONE_LOOK));
    }
}
