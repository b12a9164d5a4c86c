package io.ringback.webhook;

import io.ringback.platform.database.DueWork;
import io.ringback.platform.run.BackgroundLoop;
import io.ringback.platform.run.DaemonThreads;
import io.ringback.platform.run.InBackground;
import io.ringback.webhook.DeliverySender.Result;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * Keeps sending. Each webhook has a few threads of its own that end when nothing is due or a sending fails, so a target
 * that is slow or away holds up nobody else, and is not asked more than a few times a second.
 */
@Component
@ConditionalOnProperty(name = "ringback.webhooks.loop", havingValue = "true", matchIfMissing = true)
class WebhookLoop implements InBackground, DueWork {

    /** How many events are on their way from a node to a webhook at most. */
    static final int MOST_WORKERS = 4;

    private static final Duration NOTICED_WITHIN = Duration.ofMillis(500);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(5);
    private static final Duration PURGE_EVERY = Duration.ofHours(1);
    private static final Logger log = LoggerFactory.getLogger(WebhookLoop.class);

    private final OutgoingEvents events;
    private final Deliveries deliveries;
    private final DeliverySender courier;
    private final Map<UUID, AtomicInteger> working = new ConcurrentHashMap<>();
    private final BackgroundLoop loop =
            new BackgroundLoop("webhooks", "Getting events ready", this::prepare, PAUSE_AFTER_FAILURE);
    private final ThreadFactory threads = DaemonThreads.named("webhook");
    private long purgedAt = System.nanoTime() - PURGE_EVERY.toNanos();
    private volatile @Nullable ExecutorService workers;

    WebhookLoop(OutgoingEvents events, Deliveries deliveries, DeliverySender courier) {
        this.events = events;
        this.deliveries = deliveries;
        this.courier = courier;
    }

    @Override
    public void start() {
        workers = Executors.newCachedThreadPool(threads);
        loop.start();
    }

    @Override
    public void stop() {
        loop.stop();
        var pool = workers;
        workers = null;
        if (pool != null) {
            pool.shutdown();
            try {
                // What is still on its way then goes on on another node when its claim has run out.
                if (!pool.awaitTermination(1, TimeUnit.SECONDS)) {
                    pool.shutdownNow();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public BackgroundLoop loop() {
        return loop;
    }

    @Override
    public String dueAt() {
        return events.dueAt();
    }

    @Override
    public Duration noticedWithin() {
        return NOTICED_WITHIN;
    }

    @Override
    public void due() {
        loop.wake();
    }

    private Duration prepare() {
        events.prepare().forEach(this::startWorker);
        if (System.nanoTime() - purgedAt >= PURGE_EVERY.toNanos()) {
            purgedAt = System.nanoTime();
            deliveries.purge();
        }
        return REST;
    }

    private void startWorker(UUID webhook) {
        var count = working.computeIfAbsent(webhook, id -> new AtomicInteger());
        var pool = workers;
        if (pool == null || !loop.isRunning() || count.get() >= MOST_WORKERS) {
            return;
        }
        count.incrementAndGet();
        pool.execute(() -> {
            try {
                work(webhook);
            } finally {
                count.decrementAndGet();
            }
        });
    }

    private void work(UUID webhook) {
        try {
            var result = Result.DELIVERED;
            while (loop.isRunning() && result == Result.DELIVERED) {
                result = courier.deliverNext(webhook);
            }
        } catch (RuntimeException e) {
            log.warn("Sending to webhook {} failed; it is tried again when the claim has run out", webhook, e);
        }
    }
}
