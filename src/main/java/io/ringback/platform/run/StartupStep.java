package io.ringback.platform.run;

/**
 * Something to be done once at each start, after the database is migrated and before the server takes requests. Steps
 * run in the order of their {@link org.springframework.core.annotation.Order}, one after the other; one that fails
 * stops the start.
 */
@FunctionalInterface
public interface StartupStep {

    void run();
}
