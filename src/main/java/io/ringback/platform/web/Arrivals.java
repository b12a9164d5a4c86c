package io.ringback.platform.web;

import io.ringback.platform.run.BackgroundLoop;
import io.ringback.platform.run.InBackground;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Comparator;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * All requests that are on their way in. Each has a limit of time for the whole of it, not from one byte to the next. And
 * only so many threads wait for bodies at a time: one more, and the request that came first is broken off. Whoever sends
 * a body in one piece never comes that far, however many others send theirs slowly. Those who take their answers slowly
 * are broken off when their threads are wanted.
 */
final class Arrivals implements InBackground {

    private static final Duration PRECISION = Duration.ofMillis(250);
    private static final Duration TIME_TO_TAKE_AN_ANSWER = Duration.ofSeconds(2);

    private final RequestLimits limits;
    private final Waiting strangers;
    private final Waiting accounts;
    private final Set<RequestArrival> all = ConcurrentHashMap.newKeySet();
    private final AtomicLong count = new AtomicLong();
    private final BackgroundLoop loop =
            new BackgroundLoop("slow-requests", "Looking for slow requests", this::look, PRECISION);

    /** @param threads that answer requests; a fifth of them may wait for strangers, two fifths for accounts */
    Arrivals(RequestLimits limits, int threads) {
        this.limits = limits;
        this.strangers = new Waiting(Math.max(1, threads / 5));
        this.accounts = new Waiting(Math.max(1, threads * 2 / 5));
    }

    RequestArrival begin(SocketChannel channel) {
        var arrival = new RequestArrival(channel, this, count.incrementAndGet());
        all.add(arrival);
        return arrival;
    }

    void end(RequestArrival arrival) {
        all.remove(arrival);
        waitsNoMore(arrival);
    }

    void waits(RequestArrival arrival) {
        var tooMany = (arrival.isKnown() ? accounts : strangers).add(arrival);
        if (tooMany != null) {
            tooMany.cutOff();
        }
    }

    void waitsNoMore(RequestArrival arrival) {
        strangers.remove(arrival);
        accounts.remove(arrival);
    }

    /**
     * Breaks off the answer that has waited longest for whoever should take it, if any waits at all.
     *
     * @return whether a thread will be free because of it
     */
    boolean breakOffSlowestReader() {
        var now = System.nanoTime();
        var slowest = all.stream()
                .filter(arrival -> arrival.beingAnswered(now) > TIME_TO_TAKE_AN_ANSWER.toNanos())
                .max(Comparator.comparingLong(arrival -> arrival.beingAnswered(now)));
        slowest.ifPresent(RequestArrival::breakOff);
        return slowest.isPresent();
    }

    RequestLimits limits() {
        return limits;
    }

    private Duration look() {
        var now = System.nanoTime();
        for (var arrival : all) {
            if (arrival.isOverdue(now, limits)) {
                arrival.cutOff();
            }
        }
        return PRECISION;
    }

    @Override
    public BackgroundLoop loop() {
        return loop;
    }

    /** Requests whose threads wait for more of their bodies, at most so many at a time. */
    private static final class Waiting {

        private final int most;
        private final NavigableSet<RequestArrival> arrivals =
                new TreeSet<>(Comparator.comparingLong(RequestArrival::number));

        Waiting(int most) {
            this.most = most;
        }

        /** The one that has to stop waiting for this one. */
        synchronized @Nullable RequestArrival add(RequestArrival arrival) {
            arrivals.add(arrival);
            return arrivals.size() > most ? arrivals.pollFirst() : null;
        }

        synchronized void remove(RequestArrival arrival) {
            arrivals.remove(arrival);
        }
    }
}
