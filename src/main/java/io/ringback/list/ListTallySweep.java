package io.ringback.list;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Brings the tallies of the lists up to date every few seconds. */
@Component
@ConditionalOnProperty(name = "ringback.list.sweep", havingValue = "true", matchIfMissing = true)
class ListTallySweep {

    private static final Logger log = LoggerFactory.getLogger(ListTallySweep.class);

    private final ListTallies tallies;

    ListTallySweep(ListTallies tallies) {
        this.tallies = tallies;
    }

    @Scheduled(fixedDelayString = "PT5S")
    void sweep() {
        try {
            tallies.runOnce();
        } catch (RuntimeException e) {
            log.warn("Tallying the lists failed; their numbers stay exact, and it is tried again in 5 s", e);
        }
    }
}
