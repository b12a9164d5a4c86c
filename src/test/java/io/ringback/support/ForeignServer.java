package io.ringback.support;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A whole server in a process of its own, on a database that others may use too. */
public final class ForeignServer implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final Process process;
    private final Path log;
    private final int port;
    private final Centre centre;

    private ForeignServer(Process process, Path log, int port, Centre centre) {
        this.process = process;
        this.log = log;
        this.port = port;
        this.centre = centre;
    }

    /**
     * Starts it, without waiting until it is ready.
     *
     * @param url of the database
     * @param environment of the process, besides what this one has
     * @param settings of the server, such as {@code --ringback.desk.grace=PT5S}
     */
    public static ForeignServer starting(String url, Map<String, String> environment, String... settings) {
        try {
            var port = freePort();
            var log = Files.createTempFile("ringback-server", ".log");
            var command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx512m",
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC",
                    "-cp",
                    System.getProperty("java.class.path"),
                    "io.ringback.RingbackApplication",
                    "--server.port=" + port,
                    "--spring.datasource.hikari.maximum-pool-size=10"));
            ServerRole.arguments(url).forEach(command::add);
            command.addAll(List.of(settings));
            var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
            builder.environment().putAll(environment);
            return new ForeignServer(builder.start(), log, port, centre(url, port));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The contact centre as seen through this server, once it takes requests. */
    public Centre centre() {
        await("the server to start").atMost(PATIENCE).until(this::isUp);
        return centre;
    }

    public String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** At once, whatever it is doing: as {@code kill -9} does. */
    public void kill() {
        try {
            process.destroyForcibly().waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            Files.delete(log);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isUp() {
        if (!process.isAlive()) {
            throw new AssertionError("The server has ended:\n" + log());
        }
        try {
            return Http.at(port).get("/actuator/health/liveness").status() == 200;
        } catch (IllegalStateException notYet) {
            return false;
        }
    }

    private static Centre centre(String url, int port) {
        var environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("port", Map.of("local.server.port", port)));
        return new Centre(JdbcClient.create(new DriverManagerDataSource(url)), environment, Clock.systemUTC());
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
