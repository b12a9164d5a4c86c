package io.ringback.platform.database;

import io.ringback.platform.run.BackgroundLoop;
import io.ringback.platform.run.InBackground;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Reads PostgreSQL's clock every second, and warns when the clock of this machine is far from it. */
@Component
@ConditionalOnProperty(name = "ringback.clock.loop", havingValue = "true", matchIfMissing = true)
class ClockLoop implements InBackground {

    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final Duration WORTH_A_WARNING = Duration.ofSeconds(2);
    private static final Logger log = LoggerFactory.getLogger(ClockLoop.class);

    private final JdbcDatabaseTime time;
    private final DatabaseClock clock;
    private final BackgroundLoop loop =
            new BackgroundLoop("clock", "Reading the clock of the database", this::read, EVERY);
    private boolean isWarned;

    ClockLoop(JdbcDatabaseTime time, DatabaseClock clock) {
        this.time = time;
        this.clock = clock;
    }

    @Override
    public BackgroundLoop loop() {
        return loop;
    }

    private Duration read() {
        time.readInto(clock);
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
        return EVERY;
    }
}
