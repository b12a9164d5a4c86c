package io.ringback.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;

/** What the process of a server on this machine, a Linux, takes. */
final class ServerProcess {

    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");
    private static final Pattern TOTAL = Pattern.compile("Total\\s+\\d+\\s+(\\d+)");

    private final ProcessHandle process;

    ServerProcess(long pid) {
        process =
                ProcessHandle.of(pid).orElseThrow(() -> new IllegalArgumentException("-Dpid names no process: " + pid));
    }

    /** Of all cores, since its start. */
    Duration cpu() {
        return process.info()
                .totalCpuDuration()
                .orElseThrow(() -> new IllegalStateException("the server has ended, or is somebody else's"));
    }

    double residentMegabytes() {
        try {
            return number(RESIDENT, Files.readString(Path.of("/proc/%d/status".formatted(process.pid())))) / 1024.0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** After a full collection. */
    double liveHeapMegabytes() {
        var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        try {
            var counting = new ProcessBuilder(jcmd, Long.toString(process.pid()), "GC.class_histogram")
                    .redirectErrorStream(true)
                    .start();
            var told = new String(counting.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return number(TOTAL, told) / 1024.0 / 1024.0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long number(Pattern pattern, String text) {
        var found = pattern.matcher(text);
        if (!found.find()) {
            throw new IllegalStateException("expected %s, but it is: %s".formatted(pattern, text));
        }
        return Long.parseLong(found.group(1));
    }
}
