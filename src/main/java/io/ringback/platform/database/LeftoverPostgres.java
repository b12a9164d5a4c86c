package io.ringback.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL that outlived its server because the server was killed. Only to be asked by the holder of the
 * {@link DataFolder}, for whom any PostgreSQL still on the cluster is a left-over.
 */
final class LeftoverPostgres {

    private static final Logger log = LoggerFactory.getLogger(LeftoverPostgres.class);
    private static final Set<String> PROGRAMS = Set.of("postgres", "initdb", "pg_ctl");

    private final Path cluster;
    private final Path pidFile;

    LeftoverPostgres(Path cluster) {
        this.cluster = cluster;
        this.pidFile = cluster.resolve("postmaster.pid");
    }

    /** Whether the process that its file names is there, and is one. */
    boolean isRunning() {
        try {
            List<String> lines = Files.exists(pidFile) ? Files.readAllLines(pidFile) : List.of();
            ProcessHandle process = lines.isEmpty() ? null : living(lines.get(0));
            return process != null
                    && !isZombie(process)
                    && (program(process).isEmpty() || program(process).equals("postgres"));
        } catch (IOException e) {
            return false; // removed while it was read
        }
    }

    /** Takes the file of one that does not run away: its process id may be somebody else's by now. */
    void forget() throws IOException {
        if (!isRunning()) {
            Files.deleteIfExists(pidFile);
        }
    }

    /** Stops a server on a finished cluster without losing anything, and waits until it has gone. */
    void stop() throws IOException {
        if (!Files.exists(pidFile)) {
            return;
        }
        var lines = Files.readAllLines(pidFile);
        var process = lines.isEmpty() ? null : living(lines.get(0));
        if (process == null || !isPostgres(process) || !worksHere(process, lines)) {
            // PostgreSQL refuses to start when the id in an old file has since been given to some other process.
            Files.deleteIfExists(pidFile);
            return;
        }
        log.info("Stopping the PostgreSQL (process {}) that a killed server left on {}", process.pid(), cluster);
        signal(process, "INT");
        if (!awaitEnd(process, Duration.ofSeconds(30))) {
            signal(process, "QUIT");
            if (!awaitEnd(process, Duration.ofSeconds(15))) {
                throw new DataFolderFailure(
                        "A PostgreSQL left by a killed server (process %s) still runs on %s and does not stop."
                                .formatted(process.pid(), cluster),
                        "End process %s, then start the server again.".formatted(process.pid()));
            }
        }
    }

    /** Ends whatever still works on a cluster that was never finished and holds nothing of worth. */
    void kill() {
        var processes = ProcessHandle.allProcesses()
                .filter(process -> PROGRAMS.contains(program(process)))
                .filter(process -> commandLineNames(process) || worksIn(process))
                .toList();
        processes.forEach(ProcessHandle::destroyForcibly);
        processes.forEach(process -> awaitEnd(process, Duration.ofSeconds(10)));
    }

    private static @Nullable ProcessHandle living(String pid) {
        try {
            return ProcessHandle.of(Math.abs(Long.parseLong(pid.strip())))
                    .filter(ProcessHandle::isAlive)
                    .orElse(null);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private boolean isPostgres(ProcessHandle process) {
        var program = program(process);
        if (program.isEmpty() && !isZombie(process)) {
            throw new DataFolderFailure(
                    "%s says that process %s is its PostgreSQL, and the server may not see what that process is."
                            .formatted(pidFile, process.pid()),
                    "If process %s is a PostgreSQL, stop it; if not, delete that file. Then start the server again."
                            .formatted(process.pid()));
        }
        return program.equals("postgres");
    }

    private boolean worksHere(ProcessHandle process, List<String> lines) throws IOException {
        var directory = workingDirectory(process);
        if (Files.isReadable(directory)) {
            return worksIn(process);
        }
        return lines.size() > 1
                && Files.exists(Path.of(lines.get(1)))
                && Files.isSameFile(Path.of(lines.get(1)), cluster);
    }

    private boolean commandLineNames(ProcessHandle process) {
        return List.of(process.info().arguments().orElse(new String[0])).contains(cluster.toString());
    }

    private boolean worksIn(ProcessHandle process) {
        try {
            return workingDirectory(process).toRealPath().startsWith(cluster.toRealPath());
        } catch (IOException e) {
            return false;
        }
    }

    private static Path workingDirectory(ProcessHandle process) {
        return Path.of("/proc", Long.toString(process.pid()), "cwd");
    }

    private static String program(ProcessHandle process) {
        return process.info()
                .command()
                .map(command -> Path.of(command).getFileName().toString().replace(" (deleted)", ""))
                .orElse("");
    }

    private static boolean isZombie(ProcessHandle process) {
        try {
            var stat = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
            return stat.contains(") Z ");
        } catch (IOException e) {
            return false;
        }
    }

    private static void signal(ProcessHandle process, String name) throws IOException {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .inheritIO()
                .start();
    }

    // PostgreSQL removes its pid file last of all. A dead process that nobody reaped would count as alive for ever.
    private boolean awaitEnd(ProcessHandle process, Duration atMost) {
        var end = System.nanoTime() + atMost.toNanos();
        while (process.isAlive() && !isZombie(process) && Files.exists(pidFile)) {
            if (System.nanoTime() > end) {
                return false;
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
        return true;
    }
}
