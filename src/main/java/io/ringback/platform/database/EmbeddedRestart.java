package io.ringback.platform.database;

import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Starts a PostgreSQL again that has ended by itself, with the arguments it was started with, which it has noted in its
 * folder. Does not wait until it answers: to recover takes as long as it takes.
 */
final class EmbeddedRestart {

    private static final int SECONDS = 10;

    private final DataFolder folder;
    private final Path cluster;

    EmbeddedRestart(DataFolder folder, Path cluster) {
        this.folder = folder;
        this.cluster = cluster;
    }

    /** @throws IOException if it did not even begin to start; what is in its way is in its log */
    void run() throws IOException {
        new LeftoverPostgres(cluster).forget();
        PostgresLog.shorten(folder);
        var control = new ProcessBuilder(command())
                .redirectErrorStream(true)
                .redirectOutput(PostgresLog.of(folder))
                .start();
        try {
            if (!control.waitFor(SECONDS, TimeUnit.SECONDS)) {
                control.destroyForcibly();
                throw new IOException("pg_ctl did not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
        if (control.exitValue() != 0) {
            throw new IOException("pg_ctl ended with status " + control.exitValue());
        }
    }

    private List<String> command() throws IOException {
        var noted = Files.readString(cluster.resolve("postmaster.opts"));
        var program = Path.of(noted.substring(0, noted.indexOf(" \"")));
        List<String> command = new ArrayList<>(LinuxUtils.isUnshareAvailable() ? List.of("unshare", "-U") : List.of());
        command.add(program.resolveSibling("pg_ctl").toString());
        command.addAll(List.of("restart", "--no-wait", "--silent", "--pgdata", cluster.toString()));
        command.addAll(List.of("--log", folder.resolve(PostgresLog.NAME).toString()));
        return command;
    }
}
