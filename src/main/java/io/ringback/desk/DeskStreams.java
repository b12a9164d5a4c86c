package io.ringback.desk;

import io.ringback.list.AgentList;
import io.ringback.list.LiveNumbers;
import io.ringback.platform.DeskSignal;
import io.ringback.platform.Transactions;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.MediaType;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * The live streams of the desks open on this node. An event {@code desk} carries the whole desk, so that whoever missed
 * some has lost nothing with the next one. They end before the web server stops, which would wait for them in vain.
 */
@Component
class DeskStreams implements SmartLifecycle {

    private static final long NO_TIMEOUT = 0;

    /** A line that takes nothing any more holds up its share of the desks only, until it is found dead. */
    private static final int SENDERS = 4;

    private static final Logger log = LoggerFactory.getLogger(DeskStreams.class);

    private final Desks desks;
    private final LiveNumbers numbers;
    private final Transactions transactions;
    private final Map<String, Set<SseEmitter>> streams = new ConcurrentHashMap<>();
    private final Map<String, List<AgentList>> lastLists = new ConcurrentHashMap<>();
    private final Set<String> toTell = ConcurrentHashMap.newKeySet();
    private volatile boolean running;
    private final List<ExecutorService> senders = IntStream.range(0, SENDERS)
            .mapToObj(number -> Executors.newSingleThreadExecutor(DeskStreams::daemon))
            .toList();

    DeskStreams(Desks desks, LiveNumbers numbers, Transactions transactions, DeskSignal signal) {
        this.desks = desks;
        this.numbers = numbers;
        this.transactions = transactions;
        signal.listen(this::changed);
    }

    /** Opens a stream, which begins with the desk as it is. */
    SseEmitter open(String agentId) {
        var stream = new SseEmitter(NO_TIMEOUT);
        stream.onCompletion(() -> remove(agentId, stream));
        stream.onTimeout(() -> remove(agentId, stream));
        stream.onError(failure -> remove(agentId, stream));
        streams.compute(agentId, (id, open) -> {
            var all = open == null ? ConcurrentHashMap.<SseEmitter>newKeySet() : open;
            all.add(stream);
            return all;
        });
        tell(agentId);
        if (!running) {
            stream.complete();
        }
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
        if (running && toTell.add(agentId)) {
            senderOf(agentId).execute(() -> {
                toTell.remove(agentId);
                send(agentId);
            });
        }
    }

    private void send(String agentId) {
        try {
            var desk = read(agentId);
            lastLists.put(agentId, desk.lists());
            each(agentId, SseEmitter.event().name("desk").data(desk, MediaType.APPLICATION_JSON));
        } catch (RuntimeException e) {
            log.warn("The desk of agent {} could not be told of a change", agentId, e);
        }
    }

    /** One agent's desks always come from the same thread, so that they arrive in order. */
    private ExecutorService senderOf(String agentId) {
        return senders.get(Math.floorMod(agentId.hashCode(), SENDERS));
    }

    private static Thread daemon(Runnable work) {
        var thread = new Thread(work, "desk-streams");
        thread.setDaemon(true);
        return thread;
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
        if (!streams.containsKey(agentId)) {
            lastLists.remove(agentId);
        }
    }

    /** Keeps the connections open, and finds the ones that are not. */
    @Scheduled(fixedRateString = "PT15S")
    void heartbeat() {
        for (var agentId : streams.keySet()) {
            if (running) {
                senderOf(agentId).execute(() -> each(agentId, SseEmitter.event().comment("heartbeat")));
            }
        }
    }

    /**
     * The numbers of a list change with every request anywhere; desks are told of them every other second instead of
     * by a notification in each of those transactions.
     */
    @Scheduled(fixedDelayString = "PT2S")
    void numbers() {
        var shown = lastLists.values().stream()
                .flatMap(List::stream)
                .map(AgentList::id)
                .distinct()
                .toList();
        if (!shown.isEmpty()) {
            var now = numbers.of(shown);
            lastLists.forEach((agentId, lists) -> {
                if (lists.stream().anyMatch(list -> !list.shows(now.get(list.id())))) {
                    tell(agentId);
                }
            });
        }
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        senders.forEach(ExecutorService::shutdownNow);
        streams.values().forEach(open -> open.forEach(SseEmitter::complete));
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
