package io.ringback.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Processor time of a PostgreSQL, told apart by database: each of its processes says in its title which one it is for.
 * What is for none (checkpoints, the log) is that of whoever is at work.
 */
final class PostgresTime {

    static final String SHARED = "";

    private final long postmaster;
    private final Map<Long, Long> known = new HashMap<>();
    private final Map<Long, String> databases = new HashMap<>();
    private long ofDead;

    PostgresTime(long postmaster) {
        this.postmaster = postmaster;
        look();
    }

    /** Milliseconds since the last look, by database. */
    Map<String, Long> look() {
        Map<String, Long> spent = new HashMap<>();
        var itself = ProcStat.of(postmaster).orElseThrow(() -> new IllegalStateException("PostgreSQL has ended"));
        var children = ProcessHandle.of(postmaster).orElseThrow().children().toList();
        var living = children.stream().map(ProcessHandle::pid).collect(Collectors.toSet());
        var dead = itself.ofDead() - ofDead;
        for (var entry : List.copyOf(known.entrySet())) {
            if (entry.getKey() != postmaster && !living.contains(entry.getKey())) {
                dead -= entry.getValue();
                known.remove(entry.getKey());
                databases.remove(entry.getKey());
            }
        }
        ofDead = itself.ofDead();
        spent.merge(SHARED, Math.max(0, dead) + count(postmaster, itself), Long::sum);
        for (var pid : living) {
            ProcStat.of(pid)
                    .ifPresent(stat -> spent.merge(
                            databases.computeIfAbsent(pid, PostgresTime::databaseOf), count(pid, stat), Long::sum));
        }
        return spent;
    }

    private long count(long pid, ProcStat stat) {
        var before = known.put(pid, stat.millis());
        return stat.millis() - (before == null ? 0 : before);
    }

    private static String databaseOf(long pid) {
        try {
            return database(Files.readString(Path.of("/proc", Long.toString(pid), "cmdline"), StandardCharsets.UTF_8));
        } catch (IOException e) {
            return SHARED;
        }
    }

    /** @param title such as {@code postgres: role database 127.0.0.1(5) idle} */
    static String database(String title) {
        var words = title.replace('\0', ' ').strip().split(" +");
        if (words.length > 3 && words[1].equals("autovacuum") && words[2].equals("worker")) {
            return words[3];
        }
        return words.length > 4 || (words.length == 4 && words[3].contains("(")) ? words[2] : SHARED;
    }
}
