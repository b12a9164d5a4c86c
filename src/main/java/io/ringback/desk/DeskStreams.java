package io.ringback.desk;

import io.ringback.platform.DeskSignal;
import io.ringback.platform.Transactions;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.http.MediaType;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * The live streams of the desks open on this node. An event {@code desk} carries the whole desk, so that whoever missed
 * some has lost nothing with the next one.
 */
@Component
class DeskStreams implements DisposableBean {

    private static final long NO_TIMEOUT = 0;
    private static final Logger log = LoggerFactory.getLogger(DeskStreams.class);

    private final Desks desks;
    private final Transactions transactions;
    private final Map<String, Set<SseEmitter>> streams = new ConcurrentHashMap<>();
    private final Map<String, Integer> lastLists = new ConcurrentHashMap<>();
    private final Set<String> toTell = ConcurrentHashMap.newKeySet();
    private final ExecutorService sender = Executors.newSingleThreadExecutor(work -> {
        var thread = new Thread(work, "desk-streams");
        thread.setDaemon(true);
        return thread;
    });

    DeskStreams(Desks desks, Transactions transactions, DeskSignal signal) {
        this.desks = desks;
        this.transactions = transactions;
        signal.listen(this::changed);
    }

    /** Opens a stream, which begins with the desk as it is. */
    SseEmitter open(String agentId) {
        var stream = new SseEmitter(NO_TIMEOUT);
        stream.onCompletion(() -> remove(agentId, stream));
        stream.onTimeout(() -> remove(agentId, stream));
        stream.onError(failure -> remove(agentId, stream));
        streams.computeIfAbsent(agentId, id -> ConcurrentHashMap.newKeySet()).add(stream);
        tell(agentId);
        return stream;
    }

    private void changed(String agentId) {
        if (DeskSignal.EVERYBODY.equals(agentId)) {
            streams.keySet().forEach(this::tell);
        } else if (streams.containsKey(agentId)) {
            tell(agentId);
        }
    }

    /** Several changes in a row are told as one. */
    private void tell(String agentId) {
        if (toTell.add(agentId) && !sender.isShutdown()) {
            sender.execute(() -> {
                toTell.remove(agentId);
                send(agentId);
            });
        }
    }

    private void send(String agentId) {
        try {
            var desk = read(agentId);
            lastLists.put(agentId, desk.lists().hashCode());
            each(agentId, SseEmitter.event().name("desk").data(desk, MediaType.APPLICATION_JSON));
        } catch (RuntimeException e) {
            log.warn("The desk of agent {} could not be told of a change", agentId, e);
        }
    }

    private Desk read(String agentId) {
        return transactions.run(() -> desks.of(agentId));
    }

    private void each(String agentId, SseEmitter.SseEventBuilder event) {
        var built = event.build();
        for (var stream : streams.getOrDefault(agentId, Set.of())) {
            try {
                stream.send(built);
            } catch (IOException | IllegalStateException e) {
                remove(agentId, stream);
            }
        }
    }

    private void remove(String agentId, SseEmitter stream) {
        streams.computeIfPresent(agentId, (id, open) -> {
            open.remove(stream);
            return open.isEmpty() ? null : open;
        });
    }

    /** Keeps the connections open, and finds the ones that are not. */
    @Scheduled(fixedRateString = "PT15S")
    void heartbeat() {
        sender.execute(() -> streams.keySet()
                .forEach(agentId -> each(agentId, SseEmitter.event().comment("heartbeat"))));
    }

    /**
     * The numbers of a list change with every request anywhere; desks are told of them every other second instead of
     * by a notification in each of those transactions.
     */
    @Scheduled(fixedDelayString = "PT2S")
    void numbers() {
        for (var agentId : streams.keySet()) {
            var before = lastLists.get(agentId);
            if (before == null || before != read(agentId).lists().hashCode()) {
                tell(agentId);
            }
        }
    }

    @Override
    public void destroy() {
        sender.shutdownNow();
        streams.values().forEach(open -> open.forEach(SseEmitter::complete));
    }
}
