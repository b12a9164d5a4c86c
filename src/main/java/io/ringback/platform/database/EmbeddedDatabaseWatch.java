package io.ringback.platform.database;

import io.ringback.platform.run.BackgroundLoop;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.LivenessState;
import org.springframework.context.ApplicationEventPublisher;

/**
 * Starts the embedded PostgreSQL again when it has ended: killed, or for want of room on its disk. It is tried for as
 * long as the server runs; when that has not helped for a minute, liveness says so, since a start of everything may.
 */
final class EmbeddedDatabaseWatch implements AutoCloseable {

    private static final Duration EVERY = Duration.ofMillis(500);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(3);
    private static final Duration BROKEN_AFTER = Duration.ofMinutes(1);
    private static final Logger log = LoggerFactory.getLogger(EmbeddedDatabaseWatch.class);

    private final EmbeddedDatabase database;
    private final ApplicationEventPublisher events;
    private final BackgroundLoop loop =
            new BackgroundLoop("embedded-postgres", "Watching the embedded PostgreSQL", this::look, AFTER_FAILURE);

    private long goneSince;
    private boolean broken;
    private String told = "";

    EmbeddedDatabaseWatch(EmbeddedDatabase database, ApplicationEventPublisher events) {
        this.database = database;
        this.events = events;
    }

    void start() {
        loop.start();
    }

    private Duration look() {
        if (database.runs()) {
            if (goneSince != 0 && database.answers()) {
                back();
            }
            return EVERY;
        }
        if (goneSince == 0) {
            goneSince = System.nanoTime();
        }
        if (!broken && System.nanoTime() - goneSince > BROKEN_AFTER.toNanos()) {
            broken = true;
            AvailabilityChangeEvent.publish(events, this, LivenessState.BROKEN);
        }
        try {
            tell("it is started again. Its last words: " + database.lastWords());
            database.startAgain();
        } catch (DataFolderFailure failure) {
            tell(failure.description());
        }
        return AFTER_FAILURE;
    }

    private void back() {
        goneSince = 0;
        told = "";
        log.info("The embedded PostgreSQL runs again");
        if (broken) {
            broken = false;
            AvailabilityChangeEvent.publish(events, this, LivenessState.CORRECT);
        }
    }

    /** Each reason once. */
    private void tell(String words) {
        var line = String.join(" ", words.lines().toList());
        if (!line.equals(told)) {
            told = line;
            log.error("The embedded PostgreSQL has ended: {}", line);
        }
    }

    @Override
    public void close() {
        loop.stop();
    }
}
