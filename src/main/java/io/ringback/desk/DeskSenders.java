package io.ringback.desk;

import io.ringback.platform.run.DaemonThreads;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The threads that write to the streams. One agent's desks are sent one after the other, so that they arrive in order; and
 * a line that takes nothing any more holds up the desks of that agent only, until it is found dead.
 */
@Component
class DeskSenders {

    private static final int SENDERS = 16;
    private static final Logger log = LoggerFactory.getLogger(DeskSenders.class);

    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            SENDERS, SENDERS, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), DaemonThreads.named("desk-streams"));

    /** What waits to be sent, by agent; an agent for whom something is being sent is there, too. */
    private final Map<String, Queue<Runnable>> waiting = new HashMap<>();

    DeskSenders() {
        threads.allowCoreThreadTimeOut(true);
    }

    /** Without effect when the server stops. */
    void execute(String agentId, Runnable sending) {
        synchronized (waiting) {
            var before = waiting.get(agentId);
            if (before != null) {
                before.add(sending);
                return;
            }
            waiting.put(agentId, new ArrayDeque<>());
        }
        start(agentId, sending);
    }

    private void start(String agentId, Runnable sending) {
        try {
            threads.execute(() -> {
                try {
                    sending.run();
                } catch (RuntimeException e) {
                    log.warn("The streams of agent {} could not be written to", agentId, e);
                } finally {
                    startNext(agentId);
                }
            });
        } catch (RejectedExecutionException e) {
            // The streams are being closed.
        }
    }

    private void startNext(String agentId) {
        Runnable next;
        synchronized (waiting) {
            next = waiting.getOrDefault(agentId, new ArrayDeque<>()).poll();
            if (next == null) {
                waiting.remove(agentId);
                return;
            }
        }
        start(agentId, next);
    }

    void stop() {
        threads.shutdownNow();
    }
}
