package io.ringback.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ringback.RingbackApplication;
import io.ringback.process.EngineClock;
import io.ringback.support.Bounds;
import io.ringback.support.Http;
import io.ringback.support.WithoutTestClasses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A server whose own PostgreSQL ends under it. */
@Timeout(300)
@Tag("server")
class EmbeddedOutageTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private EngineClock time;
    private ConfigurableApplicationContext server;
    private Http anna;

    @BeforeEach
    void start() {
        time = EngineClock.real();
        server = new SpringApplicationBuilder(RingbackApplication.class)
                .initializers(WithoutTestClasses::excludeFrom)
                .run(
                        "--server.port=0",
                        "--spring.main.banner-mode=off",
                        "--spring.datasource.url=",
                        "--ringback.data-folder=" + folder.resolve("data"),
                        "--operaton.bpm.generate-unique-process-engine-name=true");
        anna = Http.at(server.getEnvironment().getRequiredProperty("local.server.port", Integer.class))
                .as("anna", "demo");
        assertThat(anna.get("/api/v1/desk").status()).isEqualTo(200);
    }

    @AfterEach
    void stop() {
        server.close();
        time.close();
    }

    @Test
    void itIsStartedAgainWhenItWasKilledAndOnlyThenIsTheServerReady() throws IOException {
        var killed = postgres();

        killed.destroyForcibly();
        await().until(() -> !killed.isAlive());
        var began = System.nanoTime();
        var answer = anna.get("/api/v1/desk");

        assertThat(answer.status()).isIn(200, 503);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Bounds.BY_ITSELF);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> anna.get("/actuator/health/readiness").status() == 200);
        await().until(() -> anna.get("/api/v1/desk").status() == 200);
        assertThat(postgres().pid()).isNotEqualTo(killed.pid());
        assertThat(anna.get("/actuator/health/liveness").status()).isEqualTo(200);
    }

    @Test
    void itIsTriedUntilItStartsAndTheServerStopsInTimeMeanwhile() throws IOException {
        var log = folder.resolve("data/postgres/global/pg_control");
        var away = folder.resolve("away");
        Files.move(log, away);
        postgres().destroyForcibly();
        await().until(() -> anna.get("/api/v1/desk").status() == 503);

        var unready = anna.get("/actuator/health/readiness").status();
        var live = anna.get("/actuator/health/liveness").status();
        Files.move(away, log);

        assertThat(unready).isEqualTo(503);
        assertThat(live).isEqualTo(200);
        await().atMost(Duration.ofSeconds(40))
                .until(() -> anna.get("/api/v1/desk").status() == 200);

        Files.move(log, away);
        postgres().destroyForcibly();
        await().until(() -> anna.get("/api/v1/desk").status() == 503);
        var began = System.nanoTime();
        server.close();
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Bounds.BY_ITSELF);
    }

    private ProcessHandle postgres() throws IOException {
        var lines = Files.readAllLines(folder.resolve("data/postgres/postmaster.pid"));
        return ProcessHandle.of(Long.parseLong(lines.get(0))).orElseThrow();
    }
}
