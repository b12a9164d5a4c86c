package io.ringback.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;

/** The embedded PostgreSQL's own log: a file, since PostgreSQL outlives a killed server that would read a pipe. */
final class PostgresLog {

    static final String NAME = "postgres.log";

    /** Details and statements of errors may hold what callers sent. */
    static final Map<String, String> SETTINGS =
            Map.of("log_error_verbosity", "terse", "log_min_error_statement", "panic");

    private static final long LONG = 5_000_000;

    private PostgresLog() {}

    static ProcessBuilder.Redirect of(DataFolder folder) {
        return ProcessBuilder.Redirect.appendTo(folder.resolve(NAME).toFile());
    }

    static void shorten(DataFolder folder) throws IOException {
        var file = folder.resolve(NAME);
        if (Files.exists(file) && Files.size(file) > LONG) {
            Files.delete(file);
        }
    }

    static String lastLines(DataFolder folder) {
        return String.join("\n", last(folder, 5));
    }

    /** The last of its errors, without time and process, which are new each time; empty if there is none. */
    static String lastLine(DataFolder folder) {
        return last(folder, 20).stream()
                .filter(line -> line.contains("FATAL:") || line.contains("PANIC:"))
                .reduce((earlier, later) -> later)
                .map(line -> line.substring(line.indexOf("] ") + 1).strip())
                .orElse("");
    }

    private static List<String> last(DataFolder folder, int most) {
        try {
            var lines = Files.readAllLines(folder.resolve(NAME));
            return lines.subList(Math.max(0, lines.size() - most), lines.size());
        } catch (IOException e) {
            return List.of();
        }
    }
}
