package io.ringback.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How long each of several things took each time, told by many threads. */
final class Times {

    private final Map<String, List<Long>> taken = new LinkedHashMap<>();

    /** @param names in the order in which they are told */
    Times(String... names) {
        for (var name : names) {
            taken.put(name, new ArrayList<>());
        }
    }

    void time(String name, Runnable work) {
        var start = System.nanoTime();
        work.run();
        add(name, Duration.ofNanos(System.nanoTime() - start));
    }

    synchronized void add(String name, Duration time) {
        taken.computeIfAbsent(name, any -> new ArrayList<>()).add(time.toNanos());
    }

    synchronized int count(String name) {
        return taken.getOrDefault(name, List.of()).size();
    }

    synchronized Percentiles of(String name) {
        return new Percentiles(taken.getOrDefault(name, List.of()).stream()
                .mapToLong(Long::longValue)
                .toArray());
    }

    synchronized List<String> names() {
        return List.copyOf(taken.keySet());
    }

    /** A line for each time: the name, and nanoseconds. */
    synchronized List<String> raw() {
        return taken.entrySet().stream()
                .flatMap(each -> each.getValue().stream().map(nanos -> each.getKey() + "," + nanos))
                .toList();
    }

    /** The cells p50, p99, max and how many there are. */
    String cells(String name) {
        if (count(name) == 0) {
            return "| | | 0 |";
        }
        var times = of(name);
        return String.format(
                Locale.ROOT,
                "%.0f ms | %.0f ms | %.0f ms | %d |",
                times.millis(50),
                times.millis(99),
                times.millis(100),
                count(name));
    }
}
