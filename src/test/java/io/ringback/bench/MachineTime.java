package io.ringback.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** How long all processors of this machine have been busy since it started, for whomever; from {@code /proc/stat}. */
final class MachineTime {

    private static final int IDLE = 3;
    private static final int WAITING_FOR_DISKS = 4;
    /** What guests took is in the times of users, too. */
    private static final int COLUMNS = 8;

    private MachineTime() {}

    static long busyMillis() {
        try (var lines = Files.lines(Path.of("/proc/stat"))) {
            return busyMillis(lines.findFirst().orElseThrow());
        } catch (IOException e) {
            throw new IllegalStateException("this is no Linux", e);
        }
    }

    static long busyMillis(String line) {
        var ticks = Arrays.stream(line.split(" +"))
                .skip(1)
                .limit(COLUMNS)
                .mapToLong(Long::parseLong)
                .toArray();
        return ProcStat.MILLIS_OF_A_TICK * (Arrays.stream(ticks).sum() - ticks[IDLE] - ticks[WAITING_FOR_DISKS]);
    }
}
