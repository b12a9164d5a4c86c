package io.ringback.bench;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which of the questions to answer, and how much of each. Every value can be set by {@code -Dname=value}.
 *
 * @param names by {@code -Dphases}, each on a server of its own
 * @param rate cases a second of {@code steady}
 * @param steadySeconds how long those come
 * @param timers of {@code timers}, all due in one second
 * @param desks of {@code desks}, all open at once
 * @param idleSeconds how long those are watched
 * @param nodes of {@code nodes}, which has from one to so many
 */
record PhaseOptions(
        List<String> names, int rate, int steadySeconds, int timers, int desks, int idleSeconds, int nodes) {

    static final String COMPARE = "compare";

    private static final Set<String> KNOWN = new TreeSet<>(Set.of(COMPARE, "steady", "timers", "desks", "nodes"));

    static PhaseOptions read() {
        return new PhaseOptions(
                named(BenchmarkOptions.text("phases", COMPARE)),
                BenchmarkOptions.number("rate", 30),
                BenchmarkOptions.number("steadySeconds", 60),
                BenchmarkOptions.number("timers", 10_000),
                BenchmarkOptions.number("desks", 500),
                BenchmarkOptions.number("idleSeconds", 60),
                BenchmarkOptions.number("nodes", 3));
    }

    static List<String> named(String text) {
        var names = BenchmarkOptions.words(text);
        if (!KNOWN.containsAll(names)) {
            throw new IllegalArgumentException("expected -Dphases of %s, but it is %s".formatted(KNOWN, names));
        }
        return names;
    }
}
