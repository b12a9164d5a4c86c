package io.ringback.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One server, then two, then more on one PostgreSQL: how many cases a second, and what one takes of them all. */
final class Nodes implements Phase {

    private final BenchmarkOptions options;
    private final Bench bench;
    private final Path logs;
    private final List<String> raw = new ArrayList<>(List.of("nodes,round,cases," + Watch.COLUMNS));
    private final StringBuilder table = new StringBuilder();

    Nodes(BenchmarkOptions options, Bench bench, Path logs) {
        this.options = options;
        this.bench = bench;
        this.logs = logs;
    }

    @Override
    public Found run() {
        for (int nodes = 1; nodes <= options.phases().nodes(); nodes++) {
            if (nodes > 1) {
                bench.startOneMore(logs.resolve("node-%d.log".formatted(nodes)));
            }
            try (var shift = new Shift("nodes-" + nodes, bench.offices(), options.agents())) {
                shift.work(options.warmUp());
                measure(nodes, shift);
            }
        }
        return new Found(markdown(), raw);
    }

    private void measure(int nodes, Shift shift) {
        var watch = bench.watch();
        var all = new Watch.Spent(0, Cpu.NONE, 0);
        for (int round = 1; round <= options.rounds(); round++) {
            shift.work(options.cases());
            var spent = watch.look();
            raw.add("%d,%d,%d,%s".formatted(nodes, round, options.cases(), spent.csv()));
            all = all.plus(spent);
        }
        var line = line(nodes, options.rounds() * options.cases(), all);
        Said.line("%s", line.strip());
        table.append(line);
    }

    private static String line(int nodes, int cases, Watch.Spent all) {
        var each = all.cpu().by(cases);
        return String.format(
                Locale.ROOT,
                "| %d | **%.1f** | %.1f | %.1f | **%.1f** | %.1f | %.1f | %.2f | %.2f |%n",
                nodes,
                cases / all.seconds(),
                each.server(),
                each.postgres(),
                each.sum(),
                each.compiling(),
                each.driver(),
                all.share(all.cpu().total()) / 100,
                all.share(all.others()) / 100);
    }

    private String markdown() {
        return String.format(
                Locale.ROOT,
                "%d agents and callers at once, spread over the nodes; %d rounds of %d cases, after %d to warm up with each number of nodes.%n%n"
                        + "| nodes | full cases /s | servers | PostgreSQL | **together** | compiling | driver | cores it had | cores others had |%n|---|---|---|---|---|---|---|---|---|%n%s%n"
                        + "CPU-ms a case.%n",
                options.agents(),
                options.rounds(),
                options.cases(),
                options.warmUp(),
                table);
    }
}
