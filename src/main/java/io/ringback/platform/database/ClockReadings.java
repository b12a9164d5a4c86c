package io.ringback.platform.database;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * Has PostgreSQL's clock read every second, with whatever else {@link DueWatch} asks then, and warns when the clock of this
 * machine is far from it.
 */
@Component
@ConditionalOnProperty(name = "ringback.clock.loop", havingValue = "true", matchIfMissing = true)
class ClockReadings implements DueWork {

    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final Duration WORTH_A_WARNING = Duration.ofSeconds(2);
    private static final Logger log = LoggerFactory.getLogger(ClockReadings.class);

    private final DatabaseClock clock;
    private boolean isWarned;

    ClockReadings(DatabaseClock clock) {
        this.clock = clock;
    }

    @Override
    public String dueAt() {
        return ":now::timestamptz";
    }

    @Override
    public Duration noticedWithin() {
        return EVERY;
    }

    @Override
    public void due() {
        var difference = clock.difference();
        var isFar = difference.abs().compareTo(WORTH_A_WARNING) >= 0;
        if (isFar && !isWarned) {
            log.warn(
                    "The clock of this machine is {} s {} that of the database, by which everything here goes; keep both in"
                            + " step (NTP)",
                    difference.abs().toSeconds(),
                    difference.isNegative() ? "behind" : "ahead of");
        } else if (isWarned && !isFar) {
            log.info("The clock of this machine is in step with that of the database again");
        }
        isWarned = isFar;
    }
}
