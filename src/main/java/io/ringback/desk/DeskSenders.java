package io.ringback.desk;

import io.ringback.platform.DaemonThreads;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/**
 * The threads that write to the streams. One agent's desks always come from the same thread, so that they arrive in
 * order. A line that takes nothing any more holds up its share of the desks only, until it is found dead.
 */
@Component
class DeskSenders {

    private static final int SENDERS = 4;

    private final List<ExecutorService> senders = IntStream.range(0, SENDERS)
            .mapToObj(number -> Executors.newSingleThreadExecutor(DaemonThreads.named("desk-streams")))
            .toList();

    /** Without effect when the server stops. */
    void execute(String agentId, Runnable sending) {
        try {
            senders.get(Math.floorMod(agentId.hashCode(), SENDERS)).execute(sending);
        } catch (RejectedExecutionException e) {
            // The streams are being closed.
        }
    }

    void stop() {
        senders.forEach(ExecutorService::shutdownNow);
    }
}
