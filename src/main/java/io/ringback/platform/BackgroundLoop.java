package io.ringback.platform;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A thread that does one round after the other until the server stops. A round that fails is tried again. */
public final class BackgroundLoop {

    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final Logger log = LoggerFactory.getLogger(BackgroundLoop.class);

    private final String task;
    private final Callable<Duration> round;
    private final Duration afterFailure;
    private final ThreadFactory threads;
    private final Semaphore wakes = new Semaphore(0);
    private volatile @Nullable Thread thread;

    /**
     * @param name of the thread
     * @param task what a round does, as the beginning of a sentence in the log
     * @param round answers how long to rest after it
     * @param afterFailure how long to rest after a round that failed
     */
    public BackgroundLoop(String name, String task, Callable<Duration> round, Duration afterFailure) {
        this.task = task;
        this.round = round;
        this.afterFailure = afterFailure;
        this.threads = DaemonThreads.named(name);
    }

    public void start() {
        wakes.drainPermits();
        var started = threads.newThread(this::run);
        thread = started;
        started.start();
    }

    /**
     * Like {@link #stop()}, but others can be stopped meanwhile.
     *
     * @param stopped run once the present round is over, or has been waited for long enough
     */
    public void stop(Runnable stopped) {
        DaemonThreads.named("stopping")
                .newThread(() -> {
                    try {
                        stop();
                    } finally {
                        stopped.run();
                    }
                })
                .start();
    }

    /** Waits until the present round is over, for a second at most. */
    public void stop() {
        var running = thread;
        thread = null;
        if (running != null) {
            wake();
            try {
                running.join(PATIENCE.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Also asked by long rounds, which end when it is no longer so. */
    public boolean isRunning() {
        return thread != null;
    }

    /** The next round begins at once. */
    public void wake() {
        wakes.release();
    }

    private void run() {
        while (thread == Thread.currentThread()) {
            rest(result());
        }
    }

    private Duration result() {
        try {
            return round.call();
        } catch (Exception e) {
            if (isRunning()) {
                log.warn("{} failed; it is tried again in {}", task, afterFailure, e);
            }
            return afterFailure;
        }
    }

    private void rest(Duration atMost) {
        try {
            if (wakes.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
                wakes.drainPermits();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            thread = null;
        }
    }
}
