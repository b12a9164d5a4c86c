package io.ringback.desk;

import io.ringback.list.AgentList;
import io.ringback.list.LiveNumbers;
import io.ringback.platform.database.DeskNews;
import io.ringback.platform.database.DeskSignal;
import io.ringback.platform.database.Transactions;
import io.ringback.platform.problem.TooManyOpen;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * The live streams of the desks open on this node. An event {@code desk} carries the whole desk, so that whoever missed
 * some has lost nothing with the next one. They end before the web server stops, which would wait for them in vain.
 */
@Component
class DeskStreams implements SmartLifecycle {

    /** A line that takes nothing is not waited for longer. */
    private static final Duration TO_TELL = Duration.ofMillis(800);

    private static final Logger log = LoggerFactory.getLogger(DeskStreams.class);

    private final Desks desks;
    private final Presences presences;
    private final LiveNumbers numbers;
    private final OpenStreams open;
    private final DeskSenders senders;
    private final Transactions transactions;
    private final ApplicationContext context;
    private final Clock clock;
    private final Map<String, List<AgentList>> lastLists = new ConcurrentHashMap<>();
    private final Set<String> toTell = ConcurrentHashMap.newKeySet();
    private final Set<String> toCount = ConcurrentHashMap.newKeySet();
    private volatile boolean running;

    DeskStreams(
            Desks desks,
            Presences presences,
            LiveNumbers numbers,
            OpenStreams open,
            DeskSenders senders,
            Transactions transactions,
            ApplicationContext context,
            Clock clock,
            DeskSignal signal) {
        this.desks = desks;
        this.presences = presences;
        this.numbers = numbers;
        this.open = open;
        this.senders = senders;
        this.transactions = transactions;
        this.context = context;
        this.clock = clock;
        signal.listen(this::changed);
    }

    /**
     * Opens a stream, which begins with the desk as it is. It changes nothing about which page is the agent's desk: a page
     * that another one has taken over from is told so, and its stream ends.
     *
     * @throws TooManyOpen while the server stops
     */
    SseEmitter open(DeskConnection line) {
        var agentId = line.answer().accountId();
        if (!running) {
            throw TooManyOpen.ofEverybody("The server is being restarted. Try again soon.", Duration.ofSeconds(3));
        }
        if (line.deskId() == null) {
            presences.programOpened(agentId);
        } else {
            presences.pageOpened(agentId, line.deskId());
        }
        var stream = new DeskStream(line);
        open.add(stream);
        line.answer().whenOver(() -> open.end(stream));
        tell(agentId);
        if (!running) {
            stream.complete();
        }
        return stream.emitter();
    }

    private void changed(DeskNews news) {
        switch (news.kind()) {
            case ANYTHING -> open.agents().forEach(this::tell);
            case SIGNED_OUT -> endPages(news.accountId());
            case DESK -> {
                if (open.has(news.accountId())) {
                    tellOfStep(news.accountId());
                }
            }
            case RIGHTS, ENDED, MODELS -> {}
        }
    }

    private void endPages(String agentId) {
        open.of(agentId).stream().filter(DeskStream::isOfPage).forEach(open::end);
    }

    private void tell(String agentId) {
        toCount.add(agentId);
        tellOfStep(agentId);
    }

    /** Several changes in a row are told as one. The numbers of the lists follow by themselves, see {@link #numbers()}. */
    private void tellOfStep(String agentId) {
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
            var counted = toCount.remove(agentId);
            var news = transactions.run(() -> read(agentId, streams, counted));
            lastLists.put(agentId, news.desk().lists());
            streams.forEach(stream -> send(stream, news));
        } catch (RuntimeException e) {
            log.warn("The desk of agent {} could not be told of a change", agentId, e);
        }
    }

    private News read(String agentId, List<DeskStream> streams, boolean counted) {
        var ofPage = streams.stream().anyMatch(DeskStream::isOfPage);
        var desk = counted ? desks.of(agentId) : desks.afterStep(agentId);
        return new News(desk, ofPage ? presences.deskOf(agentId) : Optional.empty());
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
        senders.stop();
        open.all().forEach(DeskStream::complete);
    }

    /** Before anything else stops: whoever is there is told to come back, and when. */
    @EventListener
    void on(ContextClosedEvent closing) {
        if (!running || !closing.getApplicationContext().equals(context)) {
            return;
        }
        running = false;
        var streams = open.all();
        var told = new CountDownLatch(streams.size());
        streams.forEach(stream -> senders.execute(stream.agentId(), () -> {
            stream.sendRestart(clock.instant());
            stream.complete();
            told.countDown();
        }));
        try {
            if (!told.await(TO_TELL.toMillis(), TimeUnit.MILLISECONDS)) {
                log.info("{} desks could not be told of the restart", told.getCount());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private record News(Desk desk, Optional<UUID> agentsDesk) {}
}
