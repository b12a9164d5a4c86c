package io.ringback.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What Linux tells of a process in {@code /proc/<pid>/stat}.
 *
 * @param parent its parent's id
 * @param millis processor time of its own
 * @param ofDead processor time of children that have ended and were waited for
 */
record ProcStat(long parent, long millis, long ofDead) {

    /** Of the ticks in which it counts, as all builds of today have them. */
    static final int MILLIS_OF_A_TICK = 10;

    static Optional<ProcStat> of(long pid) {
        try {
            return Optional.of(parse(Files.readString(Path.of("/proc", Long.toString(pid), "stat"))));
        } catch (IOException e) {
            return Optional.empty(); // it has ended
        }
    }

    /** The name, in parentheses, may hold blanks and parentheses. */
    static ProcStat parse(String line) {
        var fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
        return new ProcStat(
                Long.parseLong(fields[1]),
                MILLIS_OF_A_TICK * (Long.parseLong(fields[11]) + Long.parseLong(fields[12])),
                MILLIS_OF_A_TICK * (Long.parseLong(fields[13]) + Long.parseLong(fields[14])));
    }
}
