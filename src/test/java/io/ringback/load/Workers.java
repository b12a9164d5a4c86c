package io.ringback.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;

/** Runs things side by side, never past the time limit of the run. What fails counts as a broken rule. */
final class Workers {

    private final Rules rules;
    private final long end;

    Workers(Rules rules, Duration limit) {
        this.rules = rules;
        this.end = System.nanoTime() + limit.toNanos();
    }

    boolean timeIsUp() {
        return System.nanoTime() - end > 0 || Thread.currentThread().isInterrupted();
    }

    /** Each of them in a thread of its own; returns when all have ended. */
    void together(List<? extends Runnable> tasks) {
        var threads = Executors.newFixedThreadPool(tasks.size());
        try {
            List<Future<?>> running = new ArrayList<>();
            tasks.forEach(task -> running.add(threads.submit(task)));
            running.forEach(this::await);
        } finally {
            threads.shutdownNow();
        }
    }

    /** The numbers from 0 to {@code count - 1}, shared among a number of threads. */
    void share(int count, int threads, IntConsumer work) {
        var next = new AtomicInteger();
        Runnable worker = () -> {
            for (int number = next.getAndIncrement(); number < count && !timeIsUp(); number = next.getAndIncrement()) {
                work.accept(number);
            }
        };
        together(Collections.nCopies(threads, worker));
    }

    /** Sleeps until a {@link System#nanoTime} or the end of the run. */
    void sleepUntil(long nanoTime) {
        var until = nanoTime - end > 0 ? end : nanoTime;
        while (until - System.nanoTime() > 0 && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(until - System.nanoTime());
        }
    }

    void sleep(Duration duration) {
        sleepUntil(System.nanoTime() + Math.max(0, duration.toNanos()));
    }

    private void await(Future<?> task) {
        try {
            task.get(
                    Math.max(0, end - System.nanoTime()) + Duration.ofSeconds(5).toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            rules.broken("a worker failed: " + e.getCause());
        } catch (TimeoutException e) {
            task.cancel(true);
            rules.broken("the time limit of the run was reached");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            task.cancel(true);
        }
    }
}
