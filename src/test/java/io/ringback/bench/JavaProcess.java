package io.ringback.bench;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Starts virtual machines that are all set alike, as the container of the server sets its own. */
final class JavaProcess {

    private static final int SECONDS_TO_END = 30;

    private JavaProcess() {}

    /** @param arguments from the main class, or {@code -jar}, on */
    static Process start(Path log, String memory, List<String> arguments) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + memory,
                "-XX:+UseParallelGC",
                "-XX:-UseDynamicNumberOfCompilerThreads", // so that each can be asked for its time to the end
                "-Duser.timezone=UTC"));
        command.addAll(arguments);
        try {
            return new ProcessBuilder(command).redirectError(log.toFile()).start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of this process; without what only tests bring when it is for the server. */
    static String classPath(boolean ofTests) {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> ofTests || !entry.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    static void end(Process process) {
        process.destroy();
        try {
            if (!process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }
}
