package io.ringback.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.ringback.process.EngineClock;
import io.ringback.support.Http;
import io.ringback.support.WebSession;
import io.ringback.trace.ClosedCases;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The demo as it is after {@code mvn spring-boot:run}, only faster. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"spring.datasource.url=", "ringback.simulator.pace=0.05", "ringback.simulator.voicemails=1"})
@DirtiesContext
@Tag("server")
@TestMethodOrder(MethodOrderer.MethodName.class)
class SimulatorTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path folder;

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private JdbcClient jdbc;

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private Colleagues colleagues;

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private ApplicationContext server;

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
        playsItsVoicemail(inHand.path("callback"));
        as("anna").post("/api/v1/desk/case/calls", "{\"allocationId\": %s}".formatted(inHand.path("allocationId")));

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
    void aWeekOfPastDaysIsThereAndAgreesWithItself() {
        assertThat(jdbc.sql("SELECT count(*) FROM ringback.list_tally_error")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(one("SELECT count(*) FROM ringback.attempt WHERE first_call"))
                .isGreaterThan(400);
        assertThat(one("""
                        SELECT count(*) FROM ringback.callback c WHERE attempt_count <>
                            (SELECT count(*) FROM ringback.attempt WHERE callback_id = c.id)
                            AND closed_at < now() - interval '8 hours'""")).isZero();
        assertThat(one("SELECT sum(resolved) FROM ringback.list_count"))
                .isEqualTo(one("SELECT count(*) FROM ringback.callback WHERE status = 'RESOLVED'"));
        assertThat(as("sam")
                        .get("/api/v1/callbacks?status=RESOLVED&limit=5")
                        .json()
                        .path("items"))
                .hasSize(5)
                .allSatisfy(callback -> assertThat(
                                callback.path("attributes").path("simulated").asText())
                        .isEqualTo("true"));
    }

    @Test
    void colleaguesWorkUntilAPersonTakesTheirDesk() {
        assertThat(press("/simulator/colleagues", Map.of("working", "true")).header("Location"))
                .isEqualTo("/login?told=working");
        press("/simulator/caller", Map.of());
        await().atMost(PATIENCE).until(() -> savedBy("bo") + savedBy("cai") > 0);
        assertThat(desk("bo").path("receiving").asBoolean()).isTrue();

        as("bo").post("/api/v1/desk/take-over", "{\"desk\": \"%s\"}".formatted(UUID.randomUUID()));
        // Its next heartbeat is within a quarter of a minute; from then on nobody answers bo's cases but bo.
        await().atMost(PATIENCE).until(() -> !colleagues.isAtWork("bo"));
        assertThat(colleagues.isAtWork("cai")).isTrue();
        press("/simulator/colleagues", Map.of("working", "false"));
        assertThat(desk("cai").path("availability").asText()).isEqualTo("OFFWORK");
        assertThat(desk("bo").path("availability").asText()).isEqualTo("AVAILABLE");
    }

    @Test
    void everythingSimulatedGoesByOneButtonAndNothingElse() {
        var real = as("ivr")
                .post(
                        "/api/v1/callbacks",
                        "{\"listId\": \"sales\", \"phoneNumber\": \"040 123 4567\", \"source\": \"IVR\"}")
                .json();
        press("/simulator/caller", Map.of());
        var voicemail = URI.create(
                as("sam").get("/api/v1/callbacks?status=WAITING").json().findValuesAsText("recordingUrl").stream()
                        .findFirst()
                        .orElseThrow());
        assertThat(Http.at(port).get(voicemail.getPath()).status()).isEqualTo(200);
        var trail = one("SELECT count(*) FROM ringback.audit_event");
        ClosedCases.fold(server);

        assertThat(press("/simulator/clear", Map.of()).header("Location")).isEqualTo("/login?told=cleared");

        assertThat(one("SELECT count(*) FROM ringback.callback WHERE attributes ->> 'simulated' = 'true'"))
                .isZero();
        assertThat(Http.at(port).get(voicemail.getPath()).status()).isEqualTo(404);
        assertThat(as("sam")
                        .get("/api/v1/callbacks/" + real.path("id").asText())
                        .status())
                .isEqualTo(200);
        assertThat(one("SELECT sum(requested) FROM ringback.list_count"))
                .isEqualTo(one("SELECT count(*) FROM ringback.callback"));
        assertThat(one("SELECT count(*) FROM ringback.audit_event")).isGreaterThan(trail);
        assertThat(one("SELECT count(*) FROM ringback.list_tally_error")).isZero();
        as("ivr")
                .post(
                        "/api/v1/callbacks/%s/cancel".formatted(real.path("id").asText()),
                        "{\"reason\": \"end of the test\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"00000000-0000-0000-0000-000000000000.wav", "nobody.wav", "%2e%2e.wav", "..%2flogin", "'.wav"})
    void whatNobodyHasSaidIsNotPlayed(String file) {
        assertThat(Http.at(port).get("/simulator/voicemails/" + file).status()).isBetween(400, 404);
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

    /** As the agent's browser does: from the desk alone, and in parts. */
    private void playsItsVoicemail(JsonNode callback) {
        var browser = WebSession.at(port);
        browser.signIn("anna", "demo");

        var played = browser.send(browser.request(
                        "/desk/recordings/callback/" + callback.path("id").asText())
                .header("Range", "bytes=0-11")
                .build());

        assertThat(played.status()).isEqualTo(206);
        assertThat(played.header("Content-Type")).isEqualTo("audio/wav");
        assertThat(played.body()).startsWith("RIFF").endsWith("WAVE");
    }

    @Test
    void unknownAnswersOfTelephonesAreRefusedAndNoneMeansAny() {
        for (var answer : new String[] {"MAYBE", "answers", "0", "ANSWERS,BUSY"}) {
            assertThat(press("/simulator/caller", Map.of("answer", answer)).status())
                    .as(answer)
                    .isBetween(400, 422);
        }
        assertThat(press("/simulator/caller", Map.of("answer", "")).header("Location"))
                .isEqualTo("/login?told=caller");
    }

    private long savedBy(String agent) {
        return jdbc.sql("""
                        SELECT count(*) FROM ringback.audit_event
                        WHERE type = 'OUTCOME_SAVED' AND actor = ? AND at > now() - interval '5 minutes'""").param(agent).query(Long.class).single();
    }

    private long one(String query) {
        return jdbc.sql(query).query(Long.class).single();
    }

    private int numberOfCallbacks() {
        return as("sam")
                .get("/api/v1/callbacks?status=WAITING")
                .json()
                .path("items")
                .size();
    }

    private JsonNode desk(String agent) {
        return as(agent).get("/api/v1/desk").json();
    }

    private Http as(String account) {
        return Http.at(port).as(account, "demo");
    }

    private Http.Answer press(String button, Map<String, String> fields) {
        var browser = WebSession.at(port);
        var all = new TreeMap<>(fields);
        all.put("_csrf", WebSession.token(browser.page("/login")));
        return browser.form(button, all);
    }
}
