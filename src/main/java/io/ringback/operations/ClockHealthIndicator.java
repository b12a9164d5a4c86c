package io.ringback.operations;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.ringback.platform.database.DatabaseClock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.stereotype.Component;

/**
 * Whether the clock of this machine is near that of the database. Callbacks go by the latter in any case; but logs,
 * sessions and TLS do not, so a node that is far off takes no requests.
 */
@Component
class ClockHealthIndicator extends AbstractHealthIndicator {

    private static final Duration MOST = Duration.ofSeconds(30);

    private final DatabaseClock clock;

    ClockHealthIndicator(DatabaseClock clock, MeterRegistry registry) {
        super("The clock could not be looked at");
        this.clock = clock;
        TimeGauge.builder("ringback.clock.difference", clock, TimeUnit.MICROSECONDS, ClockHealthIndicator::microseconds)
                .description("By how much the clock of this node is ahead of the database")
                .register(registry);
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        var difference = clock.difference();
        if (difference.abs().compareTo(MOST) >= 0) {
            health.outOfService();
        } else {
            health.up();
        }
        health.withDetail("differenceSeconds", difference.toMillis() / 1_000.0)
                .withDetail("limitSeconds", MOST.toSeconds());
    }

    private static double microseconds(DatabaseClock clock) {
        return clock.difference().toNanos() / 1_000.0;
    }
}
