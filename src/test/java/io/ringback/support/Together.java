package io.ringback.support;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/** Lets several things happen at the same moment. */
public final class Together {

    private static final Duration LONGEST = Duration.ofMinutes(5);

    private Together() {}

    /** What two who began at the same moment were answered. */
    public record Two<A, B>(A first, B second) {}

    /**
     * Does both at once.
     *
     * @param headStart how much earlier the first one begins; negative for the second one
     */
    public static <A, B> Two<A, B> race(Duration headStart, Supplier<A> first, Supplier<B> second) {
        var threads = Executors.newFixedThreadPool(2);
        try {
            var start = new CyclicBarrier(2);
            var one = threads.submit(() -> begin(start, headStart.negated(), first));
            var other = threads.submit(() -> begin(start, headStart, second));
            return new Two<>(answer(one), answer(other));
        } finally {
            threads.shutdownNow();
        }
    }

    /** Does the work so many times at once; the answers come in order of the number each was given, from 0. */
    public static <T> List<T> times(int count, IntFunction<T> work) {
        var threads = Executors.newFixedThreadPool(count);
        try {
            var start = new CyclicBarrier(count);
            var futures = new ArrayList<Future<T>>();
            for (int i = 0; i < count; i++) {
                var number = i;
                futures.add(threads.submit(() -> begin(start, Duration.ZERO, () -> work.apply(number))));
            }
            return futures.stream().map(Together::answer).toList();
        } finally {
            threads.shutdownNow();
        }
    }

    private static <T> T begin(CyclicBarrier start, Duration delay, Supplier<T> work) throws Exception {
        start.await();
        LockSupport.parkNanos(delay.toNanos());
        return work.get();
    }

    private static <T> T answer(Future<T> future) {
        try {
            return future.get(LONGEST.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new AssertionError("failed: " + e.getCause(), e.getCause());
        } catch (TimeoutException e) {
            throw new AssertionError("still not done after " + LONGEST, e);
        }
    }
}
