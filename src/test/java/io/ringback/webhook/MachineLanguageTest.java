package io.ringback.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ringback.RingbackApplication;
import io.ringback.support.Centre;
import io.ringback.support.EventReceiver;
import io.ringback.support.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.mock.env.MockEnvironment;

/** The server on machines of other languages, each a process as people start it: programs read the same. */
@Tag("server")
class MachineLanguageTest {

    private static final Pattern PORT = Pattern.compile("Tomcat started on port ([0-9]+) ");

    @ParameterizedTest(name = "{0}-{1} {2}")
    @CsvSource({"tr, TR, ''", "ar, EG, nu-arab", "th, TH, ca-buddhist-nu-thai"})
    void programsReadTheSameEverywhere(String language, String country, String extensions) throws Exception {
        var url = TestDatabase.migrated().url();
        var process = start(url, language, country, extensions);
        try (var receiver = EventReceiver.start()) {
            var centre = new Centre(
                    JdbcClient.create(new DriverManagerDataSource(url)),
                    new MockEnvironment().withProperty("local.server.port", port(process)),
                    Clock.systemUTC());
            var list = centre.list();
            var webhook = new Hooks(centre).of(receiver, list);
            var program = centre.as(centre.person("INTEGRATOR"));

            var made = centre.request(list, "040 1234567", Map.of("externalId", "\"TITLE-ID\""));
            var refused = program.post("/api/v1/callbacks", "{\"listId\":\"%s\"}".formatted(list));
            var read = centre.as(centre.person("ADMIN")).get("/api/v1/lists/" + list);

            assertThat(made.path("phoneNumber").asText()).isEqualTo("+358401234567");
            assertThat(Instant.parse(made.path("createdAt").asText()))
                    .isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(5));
            assertThat(refused.body()).contains("\"status\":422");
            assertThat(read.header("ETag")).isEqualTo("\"1\"");
            assertThat(read.header("Date")).matches("[A-Z][a-z]{2}, [0-9]{2} [A-Z][a-z]{2} 20[0-9]{2} [0-9:]{8} GMT");
            assertThat(centre.server().get("/actuator/health/readiness").body()).isEqualTo("{\"status\":\"UP\"}");
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> !receiver.received().isEmpty());
            var event = receiver.received().get(0);
            assertThat(event.header("webhook-timestamp")).matches("[0-9]{10}");
            assertThat(SignatureCheck.accepts(webhook.path("secret").asText(), event))
                    .isTrue();
            assertThat(centre.signedIn(centre.person("SUPERVISOR"))
                            .page("/supervision")
                            .body())
                    .contains("lang=\"en\"");
        } finally {
            process.destroy();
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        }
    }

    private static Process start(String url, String language, String country, String extensions) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Duser.language=" + language,
                "-Duser.country=" + country,
                "-Duser.extensions=" + extensions,
                "-cp",
                System.getProperty("java.class.path"),
                RingbackApplication.class.getName()));
        command.addAll(List.of(
                "--server.port=0",
                "--spring.main.banner-mode=off",
                "--spring.datasource.url=" + url,
                "--ringback.webhooks.hosts=127.0.0.1",
                "--ringback.webhooks.allow-http=true",
                "--ringback.webhooks.allow-private=true"));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    /** Reads on afterwards, too: a server whose words nobody takes would stand still. */
    private static String port(Process process) throws IOException {
        var output = process.inputReader();
        var seen = new ArrayList<String>();
        for (var line = output.readLine(); line != null; line = output.readLine()) {
            seen.add(line);
            var found = PORT.matcher(line);
            if (found.find()) {
                var rest = new Thread(() -> output.lines().forEach(more -> {}), "server's words");
                rest.setDaemon(true);
                rest.start();
                return found.group(1);
            }
        }
        throw new AssertionError("the server ended: " + String.join("\n", seen));
    }
}
