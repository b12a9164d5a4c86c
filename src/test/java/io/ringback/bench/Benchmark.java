package io.ringback.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.util.FileSystemUtils;

/**
 * Measures the server over HTTP beside the engine it is built on and what others would do, on one PostgreSQL in one run.
 * All data is made by it and thrown away. Options: {@link BenchmarkOptions}.
 */
public final class Benchmark {

    private static final Path RESULTS = Path.of("target", "benchmark");
    private static final Path PAGE = Path.of("docs", "benchmarks.md");

    private Benchmark() {}

    public static void main(String[] args) throws IOException {
        var options = BenchmarkOptions.read();
        Said.line("Ringback benchmark, %s, %s", Instant.now(), options);
        Files.createDirectories(RESULTS);
        for (var phase : options.phases().names()) {
            run(phase, options);
        }
    }

    private static void run(String phase, BenchmarkOptions options) throws IOException {
        var begun = Instant.now();
        var load = Setting.load();
        var folder = Files.createTempDirectory(Files.createDirectories(options.folder()), "ringback-benchmark-");
        try (var server = RingbackServer.withItsOwnDatabase(options, folder, RESULTS.resolve("server.log"));
                var bench = new Bench(options, folder, server)) {
            if (phase.equals(PhaseOptions.COMPARE)) {
                compare(options, bench, begun, load);
            } else {
                var found = phase(phase, options, bench).run();
                tell(phase, found, Setting.of(begun, load, bench.cluster(), options, Map.of()), options);
            }
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private static Phase phase(String name, BenchmarkOptions options, Bench bench) {
        return switch (name) {
            case "steady" -> new Steady(options, bench);
            case "timers" -> new DueAtOnce(options, bench);
            case "desks" -> new OpenDesks(options, bench);
            case "nodes" -> new Nodes(options, bench, RESULTS);
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static void tell(String phase, Phase.Found found, Setting setting, BenchmarkOptions options)
            throws IOException {
        var text = setting.machine() + " " + found.markdown();
        System.out.println(text);
        Files.writeString(RESULTS.resolve(phase + ".md"), text);
        Files.write(RESULTS.resolve(phase + ".csv"), found.raw());
        if (options.write()) {
            Files.writeString(PAGE, MarkedSection.replaced(Files.readString(PAGE), phase, text));
        }
    }

    private static void compare(BenchmarkOptions options, Bench bench, Instant begun, double load) throws IOException {
        var cluster = bench.cluster();
        List<Contender> contenders = new ArrayList<>();
        try {
            for (var name : options.contenders()) {
                contenders.add(contender(name, options, bench.first(), cluster));
            }
            var results = new Comparison(options, new Meter(cluster.postmaster()), contenders).run();
            Map<String, Long> workedOff = new TreeMap<>();
            contenders.forEach(contender -> workedOff.put(contender.name(), contender.copiesWorkedOff()));
            var report = new Report(results, Setting.of(begun, load, cluster, options, workedOff));
            report.writeRaw(RESULTS);
            System.out.println(report.markdown());
            if (options.write()) {
                Files.writeString(PAGE, MarkedSection.replaced(Files.readString(PAGE), report.markdown()));
            }
        } finally {
            contenders.forEach(Contender::close);
        }
    }

    private static Contender contender(String name, BenchmarkOptions options, RingbackServer server, Cluster cluster) {
        return switch (name) {
            case "ringback" -> new Ringback(server, cluster, options);
            case "bare" -> BareEngine.asItsStarterSetsIt(cluster, options, RESULTS);
            case "lean" -> BareEngine.lean(cluster, options, RESULTS);
            case "floor" -> Tasks.floor(cluster, options, RESULTS);
            case "tasks" -> Tasks.ofTheEngine(cluster, options, RESULTS);
            case "flowable" -> Tasks.ofFlowable(cluster, options, RESULTS);
            default -> throw new IllegalArgumentException("-Dcontenders names %s, which is none".formatted(name));
        };
    }
}
