package io.ringback.desk;

import io.ringback.list.AgentList;
import io.ringback.list.LiveNumbers;
import io.ringback.platform.DeskSignal;
import io.ringback.platform.Transactions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * The live streams of the desks open on this node. An event {@code desk} carries the whole desk, so that whoever missed
 * some has lost nothing with the next one. They end before the web server stops, which would wait for them in vain.
 */
@Component
class DeskStreams implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(DeskStreams.class);

    private final Desks desks;
    private final Presences presences;
    private final LiveNumbers numbers;
    private final OpenStreams open;
    private final DeskSenders senders;
    private final Transactions transactions;
    private final Map<String, List<AgentList>> lastLists = new ConcurrentHashMap<>();
    private final Set<String> toTell = ConcurrentHashMap.newKeySet();
    private volatile boolean running;

    DeskStreams(
            Desks desks,
            Presences presences,
            LiveNumbers numbers,
            OpenStreams open,
            DeskSenders senders,
            Transactions transactions,
            DeskSignal signal) {
        this.desks = desks;
        this.presences = presences;
        this.numbers = numbers;
        this.open = open;
        this.senders = senders;
        this.transactions = transactions;
        signal.listen(this::changed);
    }

    /**
     * Opens a stream, which begins with the desk as it is. Its presence is written before it is among the open ones: who
     * reads afterwards which page is the agent's desk, finds this one or one opened later.
     *
     * @param deskId the page it belongs to; null for a program
     * @param resumed whether the page had it open before and does not take over again
     */
    SseEmitter open(String agentId, @Nullable UUID deskId, boolean resumed) {
        if (deskId == null) {
            presences.programOpened(agentId);
        } else if (resumed) {
            presences.resumed(agentId, deskId);
        } else {
            presences.opened(agentId, deskId);
        }
        var stream = new DeskStream(agentId, deskId);
        open.add(stream);
        tell(agentId);
        if (!running) {
            stream.complete();
        }
        return stream.emitter();
    }

    private void changed(String agentId) {
        if (DeskSignal.EVERYBODY.equals(agentId)) {
            open.agents().forEach(this::tell);
        } else if (open.has(agentId)) {
            tell(agentId);
        }
    }

    /** Several changes in a row are told as one. */
    private void tell(String agentId) {
        if (running && toTell.add(agentId)) {
            senders.execute(agentId, () -> {
                toTell.remove(agentId);
                send(agentId);
            });
        }
    }

    private void send(String agentId) {
        var streams = open.of(agentId); // before the row is read, see open()
        try {
            var news = transactions.run(() -> read(agentId, streams));
            lastLists.put(agentId, news.desk().lists());
            streams.forEach(stream -> send(stream, news));
        } catch (RuntimeException e) {
            log.warn("The desk of agent {} could not be told of a change", agentId, e);
        }
    }

    private News read(String agentId, List<DeskStream> streams) {
        var ofPage = streams.stream().anyMatch(DeskStream::isOfPage);
        return new News(desks.of(agentId), ofPage ? presences.deskOf(agentId) : Optional.empty());
    }

    private void send(DeskStream stream, News news) {
        if (stream.isOver(news.agentsDesk())) {
            if (news.agentsDesk().isPresent()) {
                stream.sendTakenOver(news.desk().serverTime());
            }
            open.end(stream);
        } else if (!stream.sendDesk(news.desk())) {
            open.remove(stream);
        }
    }

    /**
     * The numbers of a list change with every request anywhere; desks are told of them every other second instead of
     * with each request.
     */
    @Scheduled(fixedDelayString = "PT2S")
    void numbers() {
        lastLists.keySet().retainAll(open.agents());
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
        senders.stop();
        open.completeAll();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private record News(Desk desk, Optional<UUID> agentsDesk) {}
}
