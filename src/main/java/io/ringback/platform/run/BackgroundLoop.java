package io.ringback.platform.run;

import io.ringback.platform.problem.DatabaseAway;
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
    private static final Duration AFTER_INTERRUPT = Duration.ofMillis(500);
    private static final Logger log = LoggerFactory.getLogger(BackgroundLoop.class);

    private final String task;
    private final Callable<Duration> round;
    private final Duration afterFailure;
    private final ThreadFactory threads;
    private final Semaphore wakes = new Semaphore(0);
    private volatile @Nullable Thread thread;
    private volatile boolean away;

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

    /** Waits until the present round is over, for a second at most: one that takes longer is interrupted. */
    public void stop() {
        var running = thread;
        thread = null;
        if (running != null) {
            wake();
            try {
                running.join(away ? 1 : PATIENCE.toMillis()); // what waits for a database that is away may as well end
                if (running.isAlive()) {
                    running.interrupt();
                    running.join(AFTER_INTERRUPT.toMillis());
                }
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
            var rest = round.call();
            if (away) {
                away = false;
                log.info("{} goes on: the database is back", task);
            }
            return rest;
        } catch (Exception e) {
            if (isRunning()) {
                tell(e);
            }
            return afterFailure;
        }
    }

    /** An outage of the database is told once, not at each try, and there is nothing to be seen in its stack. */
    private void tell(Exception failure) {
        if (!DatabaseAway.isCauseOf(failure)) {
            log.warn("{} failed; it is tried again in {}", task, afterFailure, failure);
        } else if (!away) {
            away = true;
            log.warn(
                    "{} failed: the database is away ({}); it is tried again every {}",
                    task,
                    DatabaseAway.reason(failure),
                    afterFailure);
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
