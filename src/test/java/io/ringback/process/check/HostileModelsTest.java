package io.ringback.process.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.sun.net.httpserver.HttpServer;
import io.ringback.process.check.HostileModels.Hostile;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each hostile file is refused for what is hostile in it, soon, and nothing of it is evaluated, loaded or read. */
@SuppressWarnings("NullAway.Init")
class HostileModelsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String SECRET = "the secret of this server";
    private static final FileTime WRITTEN = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));
    private static final List<String> ASKED = new CopyOnWriteArrayList<>();

    /** What serves beside them. */
    private static final Map<String, byte[]> SHIPPED = ShippedModels.all().stream()
            .collect(Collectors.toMap(path -> path.getFileName().toString(), ShippedModels::content));

    private static HttpServer loopback;

    @TempDir
    private static Path folder;

    private static Path secret;

    private final ProcessCheck check = ShippedModels.processCheck();

    @BeforeAll
    static void layOutWhatTheyAimAt() throws IOException {
        secret = Files.writeString(folder.resolve("secret"), SECRET);
        Files.setLastModifiedTime(secret, WRITTEN);
        loopback = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        loopback.createContext("/", exchange -> {
            ASKED.add(exchange.getRequestURI().toString());
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        loopback.start();
    }

    @AfterAll
    static void clearAway() {
        loopback.stop(0);
    }

    static Stream<Hostile> models() {
        return HostileModels.all()
                .map(model -> model.aimedAt(
                        "http://127.0.0.1:" + loopback.getAddress().getPort(), secret));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    void isRefusedAndNothingOfItIsEvaluated(Hostile model, TestReporter reporter) throws IOException {
        var began = System.nanoTime();
        var findings =
                assertTimeoutPreemptively(PATIENCE, () -> check.check(Map.of(model.file(), model.content()), SHIPPED));
        reporter.publishEntry(
                model.file(), Duration.ofNanos(System.nanoTime() - began).toMillis() + " ms");

        var blamed = model.element().isEmpty() && model.rule().equals("file") ? model.file() : model.element();
        assertThat(findings)
                .as(model.file())
                .anyMatch(finding ->
                        (model.rule().equals("*") || finding.rule().code().equals(model.rule()))
                                && (blamed.isEmpty() || finding.elementId().equals(blamed)));
        assertThat(findings).noneMatch(finding -> finding.message().contains(SECRET));
        assertThat(System.getProperty(HostileModels.CANARY)).isNull();
        assertThat(ASKED).isEmpty();
        assertThat(Files.getLastModifiedTime(secret)).isEqualTo(WRITTEN);
    }

    @Test
    void everyFileIsExpectedToBeRefusedAndThereAreMany() {
        assertThat(HostileModels.kept())
                .extracting(Hostile::file)
                .containsExactlyInAnyOrderElementsOf(HostileModels.names());
        assertThat(HostileModels.names()).hasSizeGreaterThan(200);
    }
}
