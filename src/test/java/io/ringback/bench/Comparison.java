package io.ringback.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Lets all contenders work rounds in turn, so that what disturbs the machine meanwhile is no one's alone. */
final class Comparison {

    private final BenchmarkOptions options;
    private final Meter meter;
    private final List<Contender> contenders;
    private final List<Result> results = new ArrayList<>();

    Comparison(BenchmarkOptions options, Meter meter, List<Contender> contenders) {
        this.options = options;
        this.meter = meter;
        this.contenders = contenders;
    }

    List<Result> run() {
        var filled = 0;
        for (var size : options.sizes()) {
            var more = size - filled;
            contenders.forEach(contender -> filled(contender, more));
            filled = size;
            // After filling, too: plans are made and pages are read anew then, by whoever comes first.
            var warmUp = results.isEmpty() ? options.warmUp() : options.cases();
            contenders.forEach(contender -> measured(contender, size, 0, warmUp));
            for (int round = 1; round <= options.rounds(); round++) {
                for (var contender : contenders) {
                    results.addAll(measured(contender, size, round, options.cases()));
                }
            }
        }
        return results;
    }

    private static void filled(Contender contender, int more) {
        var start = System.nanoTime();
        contender.fill(more);
        Said.line("%s: %,d more after %.0f s", contender.name(), more, (System.nanoTime() - start) / 1e9);
    }

    private List<Result> measured(Contender contender, int size, int round, int cases) {
        Map<String, Cpu> spent = new LinkedHashMap<>();
        Map<String, List<long[]>> took = new LinkedHashMap<>();
        meter.look(contender);
        for (var batch : contender.round(cases)) {
            var nanos = batch.work().get();
            var cpu = meter.look(contender);
            if (!batch.step().isEmpty()) {
                spent.merge(batch.step(), cpu, Cpu::plus);
                took.computeIfAbsent(batch.step(), any -> new ArrayList<>()).add(nanos);
            }
        }
        var all = spent.values().stream().reduce(Cpu.NONE, Cpu::plus).by(cases);
        Said.line(
                "%s, %,d open, round %d: server %.1f, PostgreSQL %.1f, together %.1f CPU-ms a case (compiling %.1f)",
                contender.name(), size, round, all.server(), all.postgres(), all.sum(), all.compiling());
        return spent.entrySet().stream()
                .map(each -> new Result(
                        contender.name(), size, round, each.getKey(), each.getValue(), joined(took, each.getKey())))
                .toList();
    }

    private static long[] joined(Map<String, List<long[]>> took, String step) {
        return took.getOrDefault(step, List.of()).stream()
                .flatMapToLong(Arrays::stream)
                .toArray();
    }
}
