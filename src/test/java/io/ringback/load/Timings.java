package io.ringback.load;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.HdrHistogram.ConcurrentHistogram;

/** How long one kind of thing took, in microseconds. */
final class Timings {

    private static final long LONGEST = Duration.ofMinutes(10).toNanos() / 1_000;

    private final String name;
    private final ConcurrentHistogram histogram;

    Timings(String name) {
        this(name, new ConcurrentHistogram(LONGEST, 3));
    }

    private Timings(String name, ConcurrentHistogram histogram) {
        this.name = name;
        this.histogram = histogram;
    }

    /** The same under another name. */
    Timings named(String other) {
        return new Timings(other, histogram);
    }

    String name() {
        return name;
    }

    <T> T time(Callable<T> work) {
        var start = System.nanoTime();
        try {
            var result = work.call();
            record(Duration.ofNanos(System.nanoTime() - start));
            return result;
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(name, e);
        }
    }

    /** From a moment on the server's clock, which is this machine's, to another. */
    void record(Instant from, Instant to) {
        record(Duration.between(from, to));
    }

    void record(Duration duration) {
        histogram.recordValue(Math.min(LONGEST, Math.max(0, duration.toNanos() / 1_000)));
    }

    long count() {
        return histogram.getTotalCount();
    }

    double medianMillis() {
        return histogram.getValueAtPercentile(50) / 1_000.0;
    }

    /** At most this long, so many of a hundred. */
    double millis(double percent) {
        return histogram.getValueAtPercentile(percent) / 1_000.0;
    }

    String summary() {
        return String.format(
                Locale.ROOT,
                "  %-34s p50 %8.1f ms   p99 %8.1f ms   max %8.1f ms   (%d)",
                name,
                histogram.getValueAtPercentile(50) / 1_000.0,
                histogram.getValueAtPercentile(99) / 1_000.0,
                histogram.getMaxValue() / 1_000.0,
                count());
    }
}
