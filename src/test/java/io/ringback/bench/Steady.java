package io.ringback.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** So many cases a second, as on an even day: each has its time, whether or not the last is done. */
final class Steady implements Phase {

    private static final double MOST_MILLIS = 100;

    private final BenchmarkOptions options;
    private final Bench bench;

    Steady(BenchmarkOptions options, Bench bench) {
        this.options = options;
        this.bench = bench;
    }

    @Override
    public Found run() {
        var rate = options.phases().rate();
        var cases = rate * options.phases().steadySeconds();
        try (var shift = new Shift("steady", List.of(bench.office()), options.agents())) {
            shift.work(options.warmUp());
            var watch = bench.watch();
            var times = shift.work(cases, rate);
            var spent = watch.look();
            return new Found(markdown(times, cases, spent), raw(times));
        }
    }

    private String markdown(Times times, int cases, Watch.Spent spent) {
        var text = new StringBuilder(String.format(
                Locale.ROOT,
                "%d cases at %d a second, after %d to warm up; %d agents. %.1f a second were worked off; %s.%n%n"
                        + "| at %2$d cases a second | p50 | p99 | max | times | p99, target |%n|---|---|---|---|---|---|%n",
                cases,
                options.phases().rate(),
                options.warmUp(),
                options.agents(),
                cases / spent.seconds(),
                spent.sentence()));
        for (var name : times.names()) {
            var target =
                    name.equals(Steps.SAVE_AND_NEXT) ? Target.met(times.of(name).millis(99), MOST_MILLIS) : "";
            text.append("| %s | %s %s |%n".formatted(name, times.cells(name), target));
        }
        return text.toString();
    }

    private static List<String> raw(Times times) {
        List<String> lines = new ArrayList<>(List.of("step,nanos"));
        lines.addAll(times.raw());
        return lines;
    }
}
