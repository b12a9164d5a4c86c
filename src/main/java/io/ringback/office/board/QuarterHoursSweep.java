package io.ringback.office.board;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Sums up once a minute; the first node to come does it. */
@Component
@ConditionalOnProperty(name = "ringback.board.sweep", havingValue = "true", matchIfMissing = true)
class QuarterHoursSweep {

    private final QuarterHours quarterHours;

    QuarterHoursSweep(QuarterHours quarterHours) {
        this.quarterHours = quarterHours;
    }

    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT10S")
    void sweep() {
        quarterHours.runOnce();
    }
}
