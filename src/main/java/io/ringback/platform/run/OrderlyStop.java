package io.ringback.platform.run;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Ends the process when an orderly stop takes too long, such as with a database that takes requests and does not answer:
 * whoever stops a server has to know when it has stopped. Everything that is under way then was not done, as after a
 * crash, and is done by another node or after the start.
 */
public final class OrderlyStop {

    /** What a process ends with that is told to stop. */
    private static final int TERMINATED = 143;

    private OrderlyStop() {}

    /** @param longest from being told to stop */
    public static void within(Duration longest) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> begin(longest), "orderly-stop"));
    }

    private static void begin(Duration longest) {
        Executors.newSingleThreadScheduledExecutor(DaemonThreads.named("orderly-stop"))
                .schedule(() -> end(longest), longest.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static void end(Duration longest) {
        try {
            System.err.println("The server could not be stopped in order within %s ms; it is ended."
                    .formatted(longest.toMillis()));
        } finally {
            Runtime.getRuntime().halt(TERMINATED);
        }
    }
}
