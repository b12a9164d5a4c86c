package io.ringback.bench;

import io.ringback.load.IdleDesk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** What many open desks with nothing to do cost. They have live streams, and answer heartbeats as the page does. */
final class OpenDesks implements Phase {

    private static final String LIST = "open-desks";
    private static final Duration SETTLING = Duration.ofSeconds(30);
    private static final double MOST_PERCENT = 10;

    private final BenchmarkOptions options;
    private final Bench bench;
    private final AtomicInteger heartbeats = new AtomicInteger();
    private final Queue<String> broken = new ConcurrentLinkedQueue<>();
    private final List<String> raw = new ArrayList<>(List.of("desks," + Watch.COLUMNS));
    private final StringBuilder table = new StringBuilder();

    OpenDesks(BenchmarkOptions options, Bench bench) {
        this.options = options;
        this.bench = bench;
    }

    @Override
    public Found run() {
        var count = options.phases().desks();
        try (var shift = new Shift("warm", List.of(bench.office()), options.agents());
                var callers = new SideBySide(options.threads())) {
            shift.work(options.warmUp());
            var agents = agents(count, callers);
            watch("none");
            List<IdleDesk> desks = agents.stream().map(this::desk).toList();
            callers.timed(count, number -> desks.get(number).open());
            watch("open");
            callers.timed(count, number -> agents.get(number).receiving(true));
            watch("open, the agents wait for a case");
            desks.forEach(IdleDesk::close);
            return new Found(markdown(), raw);
        }
    }

    private List<DeskAgent> agents(int count, SideBySide callers) {
        bench.office().list(LIST, "PT10H");
        var agents = new ConcurrentLinkedQueue<DeskAgent>();
        callers.timed(count, number -> agents.add(bench.office().agent("open-" + number, List.of(LIST))));
        return List.copyOf(agents);
    }

    private IdleDesk desk(DeskAgent agent) {
        return new IdleDesk(agent.id(), agent.caller(), broken::add, heartbeats);
    }

    private void watch(String what) {
        Pace.rest(SETTLING);
        var before = heartbeats.get();
        var watch = bench.watch();
        Pace.rest(Duration.ofSeconds(options.phases().idleSeconds()));
        var spent = watch.look();
        var cpu = spent.cpu();
        var server = spent.share(cpu.server());
        var line = String.format(
                Locale.ROOT,
                "| %s | **%.1f %%** | %s | %.1f %% | %.1f %% | %.0f MB | %d | %.0f %% |%n",
                what,
                server,
                Target.met(Math.round(10 * server) / 10.0, MOST_PERCENT),
                spent.share(cpu.compiling()),
                spent.share(cpu.postgres()),
                residentMegabytes(),
                heartbeats.get() - before,
                spent.share(spent.others()));
        Said.line("%s", line.strip());
        table.append(line);
        raw.add("%s,%s".formatted(what.replace(",", ""), spent.csv()));
    }

    private double residentMegabytes() {
        try {
            return Files.readAllLines(Path.of(
                                    "/proc/%d/status".formatted(bench.first().pid())))
                            .stream()
                            .filter(line -> line.startsWith("VmRSS:"))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                            .sum()
                    / 1024.0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String markdown() {
        return String.format(
                Locale.ROOT,
                "%d desks with sessions, live streams and answered heartbeats, each state watched for %d s after %d s to settle; %d things went wrong%s.%n%n"
                        + "| desks | server, of one core | target | its compiler | PostgreSQL | resident | heartbeats | others on the machine |%n|---|---|---|---|---|---|---|---|%n%s",
                options.phases().desks(),
                options.phases().idleSeconds(),
                SETTLING.toSeconds(),
                broken.size(),
                broken.isEmpty() ? "" : ", such as: " + broken.peek(),
                table);
    }
}
