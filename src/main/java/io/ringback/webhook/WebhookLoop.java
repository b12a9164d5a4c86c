package io.ringback.webhook;

import io.ringback.webhook.Courier.Result;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Keeps sending. Each webhook has a few threads of its own that end when nothing is due or a sending fails, so a target
 * that is slow or away holds up nobody else, and is not asked more than a few times a second.
 */
@Component
@ConditionalOnProperty(name = "ringback.webhooks.loop", havingValue = "true", matchIfMissing = true)
class WebhookLoop implements SmartLifecycle {

    /** How many events are on their way from a node to a webhook at most. */
    static final int MOST_WORKERS = 4;

    private static final Duration PAUSE = Duration.ofMillis(300);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(5);
    private static final Duration PURGE_EVERY = Duration.ofHours(1);
    private static final Logger log = LoggerFactory.getLogger(WebhookLoop.class);

    private final OutgoingEvents events;
    private final Deliveries deliveries;
    private final Courier courier;
    private final Map<UUID, AtomicInteger> working = new ConcurrentHashMap<>();
    private final Semaphore stopped = new Semaphore(0);
    private @Nullable ExecutorService workers;
    private volatile @Nullable Thread thread;

    WebhookLoop(OutgoingEvents events, Deliveries deliveries, Courier courier) {
        this.events = events;
        this.deliveries = deliveries;
        this.courier = courier;
    }

    @Override
    public void start() {
        var number = new AtomicInteger();
        workers = Executors.newCachedThreadPool(work -> daemon(work, "webhook-" + number.incrementAndGet()));
        stopped.drainPermits();
        var started = daemon(this::run, "webhooks");
        thread = started;
        started.start();
    }

    @Override
    public void stop() {
        var running = thread;
        var pool = workers;
        thread = null;
        if (running != null && pool != null) {
            stopped.release();
            pool.shutdown();
            try {
                running.join(10_000);
                // What is still on its way then goes on on another node when its claim has run out.
                if (!pool.awaitTermination(10, TimeUnit.SECONDS)) {
                    pool.shutdownNow();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    private void run() {
        long purgedAt = System.nanoTime() - PURGE_EVERY.toNanos();
        while (thread == Thread.currentThread()) {
            var pause = PAUSE;
            try {
                events.prepare().forEach(this::startWorker);
                if (System.nanoTime() - purgedAt >= PURGE_EVERY.toNanos()) {
                    purgedAt = System.nanoTime();
                    deliveries.purge();
                }
            } catch (RuntimeException e) {
                pause = PAUSE_AFTER_FAILURE;
                log.warn("Getting events ready failed; it is tried again in {}", pause, e);
            }
            await(pause);
        }
    }

    private void startWorker(UUID webhook) {
        var count = working.computeIfAbsent(webhook, id -> new AtomicInteger());
        var pool = workers;
        if (pool == null || thread == null || count.get() >= MOST_WORKERS) {
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
            while (thread != null && result == Result.DELIVERED) {
                result = courier.deliverNext(webhook);
            }
        } catch (RuntimeException e) {
            log.warn("Sending to webhook {} failed; it is tried again when the claim has run out", webhook, e);
        }
    }

    private void await(Duration pause) {
        try {
            if (stopped.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                stopped.release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            thread = null;
        }
    }

    private static Thread daemon(Runnable work, String name) {
        var thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }
}
