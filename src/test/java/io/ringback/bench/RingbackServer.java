package io.ringback.bench;

import io.ringback.RingbackApplication;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** The server as people run it, in a process of its own. */
final class RingbackServer implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final int port;
    private final Process process;

    private RingbackServer(int port, Process process) {
        this.port = port;
        this.process = process;
    }

    /** With the PostgreSQL that it brings. */
    static RingbackServer withItsOwnDatabase(BenchmarkOptions options, Path folder, Path log) {
        return start(
                options,
                log,
                List.of(
                        "--ringback.data-folder=" + folder,
                        "--ringback.embedded-database-buffers=" + options.buffers()));
    }

    /** One more on the PostgreSQL of another, which is in this folder. */
    static RingbackServer beside(BenchmarkOptions options, Cluster cluster, Path folder, Path log) {
        try {
            return start(
                    options,
                    log,
                    List.of(
                            "--spring.datasource.url=" + cluster.url("ringback"),
                            "--spring.datasource.username=ringback_server",
                            "--spring.datasource.password=" + cluster.password(),
                            "--spring.flyway.user=ringback",
                            "--spring.flyway.password=" + cluster.password(),
                            "--ringback.secrets.key="
                                    + Files.readString(folder.resolve("secrets.key"))
                                            .strip()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RingbackServer start(BenchmarkOptions options, Path log, List<String> settings) {
        var port = freePort();
        List<String> arguments = new ArrayList<>(options.serverArguments());
        if (Files.exists(options.jar())) {
            arguments.addAll(List.of("-jar", options.jar().toString()));
        } else {
            arguments.addAll(List.of("-cp", JavaProcess.classPath(false), RingbackApplication.class.getName()));
        }
        arguments.addAll(List.of("--server.port=" + port, "--logging.level.root=warn"));
        arguments.addAll(settings);
        var server = new RingbackServer(port, JavaProcess.start(log, "700m", arguments));
        server.awaitReady(log);
        return server;
    }

    URI address() {
        return URI.create("http://localhost:" + port);
    }

    long pid() {
        return process.pid();
    }

    private void awaitReady(Path log) {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (!isReady()) {
            if (!process.isAlive() || System.nanoTime() - end > 0) {
                throw new IllegalStateException("the server did not start; see " + log);
            }
            LockSupport.parkNanos(Duration.ofMillis(500).toNanos());
        }
    }

    private boolean isReady() {
        try {
            var request = HttpRequest.newBuilder(address().resolve("/actuator/health/readiness"))
                    .timeout(Duration.ofSeconds(10))
                    .build();
            return HttpClient.newHttpClient()
                            .send(request, BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        JavaProcess.end(process);
    }
}
