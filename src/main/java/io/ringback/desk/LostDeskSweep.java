package io.ringback.desk;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks for lost desks every few seconds. */
@Component
@ConditionalOnProperty(name = "ringback.desk.sweep", havingValue = "true", matchIfMissing = true)
class LostDeskSweep {

    private final LostDesks lostDesks;

    LostDeskSweep(LostDesks lostDesks) {
        this.lostDesks = lostDesks;
    }

    @Scheduled(fixedDelayString = "PT5S")
    void sweep() {
        lostDesks.runOnce();
    }
}
