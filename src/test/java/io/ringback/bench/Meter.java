package io.ringback.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Tells what was spent between two looks, for one contender at a time. */
final class Meter {

    private static final double NANOS_OF_A_MILLI = 1e6;

    private final PostgresTime postgres;
    private final Map<Long, Double> servers = new HashMap<>();
    private final Map<Long, Double> compilers = new HashMap<>();
    private double driver;

    Meter(long postmaster) {
        this.postgres = new PostgresTime(postmaster);
    }

    /** Since the last look, whoever it was for. */
    Cpu look(Contender contender) {
        return look(List.of(contender.pid()), contender.database());
    }

    /** What these servers spent since the last look, all together, and PostgreSQL for this database. */
    Cpu look(List<Long> pids, String database) {
        double compiling = 0;
        double all = 0;
        for (var pid : pids) {
            compiling += since(compilers, pid, compiling(pid));
            all += since(servers, pid, ProcStat.of(pid).orElseThrow().millis());
        }
        var before = driver;
        driver = ProcessHandle.current()
                .info()
                .totalCpuDuration()
                .orElse(Duration.ZERO)
                .toMillis();
        var spent = postgres.look();
        return new Cpu(
                all - compiling,
                compiling,
                spent.getOrDefault(database, 0L) + spent.getOrDefault(PostgresTime.SHARED, 0L),
                driver - before);
    }

    private static double since(Map<Long, Double> known, long pid, double now) {
        var before = known.put(pid, now);
        return before == null ? 0 : now - before;
    }

    private static double compiling(long pid) {
        try (var threads = Files.newDirectoryStream(Path.of("/proc", Long.toString(pid), "task"))) {
            double sum = 0;
            for (var thread : threads) {
                sum += compiler(thread);
            }
            return sum;
        } catch (IOException e) {
            throw new IllegalStateException("process %d has ended".formatted(pid), e);
        }
    }

    private static double compiler(Path thread) {
        try {
            var name = Files.readString(thread.resolve("comm"));
            return name.startsWith("C1 Compiler") || name.startsWith("C2 Compiler")
                    ? Long.parseLong(Files.readString(thread.resolve("schedstat"))
                                    .split(" ")[0])
                            / NANOS_OF_A_MILLI
                    : 0;
        } catch (IOException e) {
            return 0; // the thread has ended
        }
    }
}
