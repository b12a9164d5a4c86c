package io.ringback.operations;

import io.ringback.platform.database.DataFolderSpace;
import io.ringback.platform.database.DataFolderSpace.Space;
import io.ringback.platform.database.DatabasePing;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/** Whether the database answers; in the place of Spring Boot's own, which knows of no other parts that ask. */
@Component("dbHealthIndicator")
class DatabaseHealth implements HealthIndicator {

    private final DatabasePing database;
    private final DataFolderSpace space;

    DatabaseHealth(DatabasePing database, DataFolderSpace space) {
        this.database = database;
        this.space = space;
    }

    @Override
    public Health health() {
        return database.absence()
                .map(reason -> Health.down().withDetail("reason", reason))
                .orElseGet(this::ofOneThatAnswers)
                .build();
    }

    /** On a full disk it still reads, but nothing can be taken any more. */
    private Health.Builder ofOneThatAnswers() {
        return space.now().filter(Space::isFull).isPresent()
                ? Health.outOfService().withDetail("reason", "the disk of the data folder is full")
                : Health.up().withDetail("database", "PostgreSQL");
    }
}
