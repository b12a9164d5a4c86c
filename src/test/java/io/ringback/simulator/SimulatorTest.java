package io.ringback.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.ringback.process.EngineClock;
import io.ringback.support.Http;
import io.ringback.support.WebSession;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The demo as it is after {@code mvn spring-boot:run}, only faster. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"spring.datasource.url=", "ringback.simulator.pace=0.05"})
@DirtiesContext
class SimulatorTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path folder;

    @LocalServerPort
    private int port;

    private static EngineClock time;

    @BeforeAll
    static void goByTheRealTime() {
        time = EngineClock.real();
    }

    @AfterAll
    static void giveTheTimeBack() {
        time.close();
    }

    @DynamicPropertySource
    static void dataFolder(DynamicPropertyRegistry properties) {
        properties.add("ringback.data-folder", () -> folder.resolve("data"));
    }

    @Test
    void aMadeUpCallerIsCalledAndTheTelephoneTellsTheEnd() {
        assertThat(press("/simulator/caller", Map.of()).header("Location")).isEqualTo("/login?told=caller");

        as("anna").put("/api/v1/desk/lists/sales", "{\"active\": true}");
        as("anna").put("/api/v1/desk/lists/support", "{\"active\": true}");
        as("anna").put("/api/v1/desk/receiving", "{\"receiving\": true}");
        var inHand = await().atMost(PATIENCE).until(() -> desk("anna").path("case"), JsonNode::isObject);
        assertThat(inHand.path("callback").path("attributes").path("simulated").asText())
                .isEqualTo("true");
        as("anna")
                .post(
                        "/api/v1/desk/case/calls",
                        "{\"allocationId\": %s}".formatted(inHand.path("allocationId")));

        await().atMost(PATIENCE)
                .until(() -> desk("anna").path("case").path("phase").asText().equals("AFTER_CALL"));
        as("anna").put("/api/v1/desk/receiving", "{\"receiving\": false}");
    }

    @Test
    void callersComeByThemselvesUntilTheyAreStopped() {
        assertThat(press("/simulator/callers", Map.of("rate", "30")).header("Location"))
                .isEqualTo("/login?told=coming");
        assertThat(WebSession.at(port).page("/login").body()).contains("callers-stop");
        await().atMost(PATIENCE).until(() -> numberOfCallbacks() > 1);

        assertThat(press("/simulator/stop", Map.of()).header("Location")).isEqualTo("/login?told=stopped");
        assertThat(WebSession.at(port).page("/login").body()).doesNotContain("callers-stop");
    }

    @Test
    void badRatesAreRefused() {
        for (var rate : new String[] {"0", "31", "-1", "", "many", "1e3"}) {
            assertThat(press("/simulator/callers", Map.of("rate", rate)).status())
                    .as(rate)
                    .isBetween(400, 422);
        }
        assertThat(press("/simulator/callers", Map.of()).status()).isBetween(400, 422);
    }

    private int numberOfCallbacks() {
        return as("sam").get("/api/v1/callbacks?status=WAITING").json().path("items").size();
    }

    private JsonNode desk(String agent) {
        return as(agent).get("/api/v1/desk").json();
    }

    private Http as(String account) {
        return Http.at(port).as(account, "demo");
    }

    private Http.Answer press(String button, Map<String, String> fields) {
        var browser = WebSession.at(port);
        var all = new java.util.TreeMap<>(fields);
        all.put("_csrf", WebSession.token(browser.page("/login")));
        return browser.form(button, all);
    }
}
