package io.ringback.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/** Shares numbered work among a few threads and takes the time of each piece. */
final class SideBySide implements AutoCloseable {

    private final int threads;
    private final ExecutorService pool;

    SideBySide(int threads) {
        this.threads = threads;
        this.pool = Executors.newFixedThreadPool(threads);
    }

    int threads() {
        return threads;
    }

    long[] timed(int count, IntConsumer work) {
        var nanos = new long[count];
        var next = new AtomicInteger();
        Runnable worker = () -> {
            for (int number = next.getAndIncrement(); number < count; number = next.getAndIncrement()) {
                var start = System.nanoTime();
                work.accept(number);
                nanos[number] = System.nanoTime() - start;
            }
        };
        List<Future<?>> running = new ArrayList<>();
        for (int thread = 0; thread < threads; thread++) {
            running.add(pool.submit(worker));
        }
        running.forEach(SideBySide::await);
        return nanos;
    }

    private static void await(Future<?> running) {
        try {
            running.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        pool.shutdownNow();
    }
}
