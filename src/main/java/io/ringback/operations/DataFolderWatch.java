package io.ringback.operations;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.ringback.platform.database.DataFolderSpace;
import io.ringback.platform.database.DataFolderSpace.Space;
import java.util.function.ToDoubleFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Watches the disk of the embedded database: for health, for metrics, and with a word in the log before it is full. */
@Component("dataFolderHealthIndicator")
class DataFolderWatch implements HealthIndicator, MeterBinder {

    private static final Logger log = LoggerFactory.getLogger(DataFolderWatch.class);

    private final DataFolderSpace space;
    private boolean told;

    DataFolderWatch(DataFolderSpace space) {
        this.space = space;
    }

    @Override
    public Health health() {
        return space.now()
                .map(DataFolderWatch::health)
                .orElseGet(() -> Health.unknown()
                        .withDetail("reason", "the database is elsewhere")
                        .build());
    }

    static Health health(Space now) {
        var health = now.isFull() ? Health.outOfService() : Health.up();
        return health.withDetail("free", now.free())
                .withDetail("total", now.total())
                .withDetail("short", now.isShort())
                .build();
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        gauge("ringback.data.folder.free", "Room left on the disk of the embedded database", Space::free, registry);
        gauge("ringback.data.folder.size", "Size of the disk of the embedded database", Space::total, registry);
    }

    /** Not a number where the database is elsewhere: monitoring finds the metric, and compares it with nothing. */
    private void gauge(String name, String description, ToDoubleFunction<Space> bytes, MeterRegistry registry) {
        Gauge.builder(name, () -> space.now().map(bytes::applyAsDouble).orElse(Double.NaN))
                .baseUnit("bytes")
                .description(description)
                .register(registry);
    }

    @Scheduled(fixedDelayString = "PT30S")
    void look() {
        space.now().ifPresent(this::tell);
    }

    private void tell(Space now) {
        if (now.isShort() && !told) {
            log.warn(
                    "The disk of the data folder is nearly full: {} MB of {} MB are left. Make room, or the server can"
                            + " take nothing more",
                    now.free() >> 20,
                    now.total() >> 20);
        } else if (!now.isShort() && told) {
            log.info("The disk of the data folder has room again");
        }
        told = now.isShort();
    }
}
