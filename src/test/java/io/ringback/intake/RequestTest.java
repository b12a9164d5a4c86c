package io.ringback.intake;

import static io.ringback.support.Json.json;
import static io.ringback.support.Refusal.invalid;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.support.Centre;
import io.ringback.support.Http;
import io.ringback.support.MovableClock;
import io.ringback.support.RingbackTest;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A request for a callback, from the outside. */
@RingbackTest
@ExtendWith(OutputCaptureExtension.class)
class RequestTest {

    @Autowired
    private Centre centre;

    @Autowired
    private MovableClock clock;

    @Test
    void aRequestIsAnsweredWithTheWholeCallbackAndItsAddress() {
        var list = centre.list();
        var now = clock.instant();
        var number = centre.newNumber();

        var answer = post("""
                {'listId': '%s', 'phoneNumber': '%s', 'source': 'WEB', 'callerName': 'Åsa Öst 😀', 'externalId': 'web-%s',
                 'notBefore': '%s', 'dueAt': '%s', 'expiresAt': '%s', 'attributes': {'order': 'A\\n1', 'språk': 'sv'}}
                """, list, number, list, now.plusSeconds(60), now.plusSeconds(600), now.plusSeconds(6000));

        var callback = answer.json();
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        assertThat(answer.header("Location"))
                .isEqualTo("/api/v1/callbacks/" + callback.path("id").asText());
        assertThat(callback.path("id").asText()).isNotBlank();
        assertThat(callback.path("listId").asText()).isEqualTo(list);
        assertThat(callback.path("phoneNumber").asText()).isEqualTo(number);
        assertThat(callback.path("callerName").asText()).isEqualTo("Åsa Öst 😀");
        assertThat(callback.path("source").asText()).isEqualTo("WEB");
        assertThat(callback.path("externalId").asText()).isEqualTo("web-" + list);
        assertThat(callback.path("status").asText()).isEqualTo("SCHEDULED");
        assertThat(callback.path("createdAt").asText()).isEqualTo(now.toString());
        assertThat(callback.path("eligibleAt").asText())
                .isEqualTo(now.plusSeconds(60).toString());
        assertThat(callback.path("dueAt").asText())
                .isEqualTo(now.plusSeconds(600).toString());
        assertThat(callback.path("expiresAt").asText())
                .isEqualTo(now.plusSeconds(6000).toString());
        assertThat(callback.get("closedAt").isNull()).isTrue();
        assertThat(callback.get("mainCallbackId").isNull()).isTrue();
        assertThat(callback.path("attemptCount").isInt()).isTrue();
        assertThat(callback.get("allocatedTo").isNull()).isTrue();
        assertThat(callback.at("/attributes/order").asText()).isEqualTo("A\n1");
        assertThat(callback.at("/attributes/språk").asText()).isEqualTo("sv");
        assertThat(centre.callback(callback)).as("read again").isEqualTo(callback);
    }

    @Test
    void theListSaysWhenARequestIsDueAndExpires() {
        var list = centre.list(Map.of("dueAfter", "\"PT30M\"", "expiresAfter", "\"PT8H\""));

        var callback = centre.request(list, centre.newNumber());

        assertThat(callback.path("status").asText()).isEqualTo("WAITING");
        assertThat(callback.path("eligibleAt").asText())
                .isEqualTo(clock.instant().toString());
        assertThat(callback.path("dueAt").asText())
                .isEqualTo(clock.instant().plus(Duration.ofMinutes(30)).toString());
        assertThat(callback.path("expiresAt").asText())
                .isEqualTo(clock.instant().plus(Duration.ofHours(8)).toString());
        assertThat(callback.path("attributes").isEmpty()).isTrue();
    }

    @Test
    void aSupervisorMayEnterARequestByHandButAnAgentMayNot() {
        var list = centre.list();
        var body = json("{'listId':'%s','phoneNumber':'%s','source':'MANUAL'}", list, centre.newNumber());

        var supervisor = centre.as(centre.person("SUPERVISOR")).post("/api/v1/callbacks", body);
        var agent = centre.as(centre.person("AGENT")).post("/api/v1/callbacks", body);

        assertThat(supervisor.status()).isEqualTo(201);
        assertThat(agent.status()).isEqualTo(403);
        assertThat(agent.problem()).isEqualTo("forbidden");
    }

    @Test
    void threeSpellingsOfOneNumberAreOneCaller() {
        var list = centre.list();

        var main = centre.request(list, "040 123 4567");
        var international = centre.request(list, "+358 40 1234567");
        var exitCode = centre.request(list, "00358401234567");

        assertThat(main.path("phoneNumber").asText()).isEqualTo("+358401234567");
        assertThat(international.path("mainCallbackId")).isEqualTo(main.path("id"));
        assertThat(exitCode.path("mainCallbackId")).isEqualTo(main.path("id"));
        assertThat(exitCode.path("phoneNumber").asText()).isEqualTo("+358401234567");
    }

    @Test
    void aNationalNumberIsReadInTheRegionOfTheList() {
        var swedish = centre.list(Map.of("region", "\"SE\""));

        assertThat(centre.request(swedish, "070-123 45 67").path("phoneNumber").asText())
                .isEqualTo("+46701234567");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0401112223334445556",
                "12",
                "+999123456789",
                "+49123456789012345",
                "+4912345678901234567",
                "040 CALL NOW",
                "040111222#3",
                "+358401112223;ext=5",
                "٠٤٠١١١",
                "++358401112223",
                "+",
                "   ",
                ""
            })
    void anImpossibleNumberIsRefusedAndKeptOutOfTheLog(String number, CapturedOutput log) {
        var list = centre.list();

        var answer = post("{'listId':'%s','phoneNumber':'%s','source':'IVR'}", list, number);

        invalid(answer, "phoneNumber");
        if (number.length() > 2 && !number.isBlank()) {
            assertThat(answer.body()).doesNotContain(number);
            assertThat(log).doesNotContain(number);
        }
        assertThat(stored(list)).isZero();
    }

    @Test
    void aNumberThatIsTakenInIsKeptOutOfTheLogToo(CapturedOutput log) {
        centre.request(centre.list(), "040 765 4321", Map.of("callerName", "\"Veli Visible\""));

        assertThat(log).doesNotContain("7654321", "765 4321", "Veli Visible");
    }

    /** Which they are, {@link RequestedTimesTest} says. */
    @ParameterizedTest
    @CsvSource({
        "-PT2M,,,notBefore",
        "PT2H,PT1H,,dueAt",
        "PT2H,,PT2H,expiresAt",
    })
    void timesInThePastOrOutOfOrderAreRefused(String notBefore, String dueAt, String expiresAt, String field) {
        var list = centre.list();

        var answer = post(
                "{'listId':'%s','phoneNumber':'%s','source':'IVR','notBefore':%s,'dueAt':%s,'expiresAt':%s}",
                list, centre.newNumber(), in(notBefore), in(dueAt), in(expiresAt));

        invalid(answer, field);
        assertThat(stored(list)).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-03-02",
                "2026-03-02T10:00:00",
                "+999999999-01-01T00:00:00Z",
                "10000-01-01T00:00:00Z",
                "1970-01-01T00:00:00Z",
                "0000-00-00T00:00:00Z",
                "tomorrow",
                ""
            })
    void timesThatAreNoneAreRefused(String time) {
        for (var field : new String[] {"notBefore", "dueAt", "expiresAt"}) {
            invalid(
                    post(
                            "{'listId':'%s','phoneNumber':'%s','source':'IVR','%s':'%s'}",
                            centre.list(), centre.newNumber(), field, time),
                    field);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"notBefore", "dueAt", "expiresAt"})
    void theLastMomentThereIsNeverFailsTheServer(String field) {
        var answer = post(
                "{'listId':'%s','phoneNumber':'%s','source':'IVR','%s':'9999-12-31T23:59:59.999999Z'}",
                centre.list(), centre.newNumber(), field);

        assertThat(answer.status()).as(answer.body()).isIn(201, 422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"notBefore", "dueAt", "expiresAt"})
    void aTimeFurtherAheadThanAYearIsRefusedWithTheLimit(String field) {
        var list = centre.list(Map.of("dueAfter", "\"PT1H\"", "expiresAfter", "\"P366D\""));
        var year = clock.instant().plus(Duration.ofDays(365));
        var body = "{'listId':'%s','phoneNumber':'%s','source':'IVR','%s':'%s'}";

        var furthest = post(body, list, centre.newNumber(), field, year);
        var beyond = post(body, list, centre.newNumber(), field, year.plusSeconds(1));
        var farBeyond = post(body, list, centre.newNumber(), field, "9999-12-31T23:59:59Z");

        assertThat(furthest.status()).as(furthest.body()).isEqualTo(201);
        invalid(beyond, field);
        invalid(farBeyond, field);
        assertThat(farBeyond.json().at("/errors/0/message").asText()).contains("365 days", year.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT8760H0.000001S", "P3000D"})
    void anAgentsTimeFurtherAheadThanAYearIsRefusedWithTheLimit(String ahead) {
        var list = centre.list(Map.of("expiresAfter", "\"P366D\""));
        var agent = centre.agentOn(list);
        centre.request(list, centre.newNumber());
        var allocation = centre.receive(agent, true).at("/case/allocationId").asText();

        var answer = centre.as(agent)
                .post(
                        "/api/v1/desk/case/outcome",
                        json(
                                "{'allocationId':'%s','callStatus':'BUSY','retryAt':'%s'}",
                                allocation, clock.instant().plus(Duration.parse(ahead))));

        invalid(answer, "retryAt");
        assertThat(answer.json().at("/errors/0/message").asText()).contains("365 days");
        centre.receive(agent, false);
    }

    @Test
    void anUnknownOrArchivedListIsRefused() {
        var archived = centre.list();
        centre.as(centre.person("SUPERVISOR")).delete("/api/v1/lists/" + archived);

        invalid(post("{'listId':'no-such','phoneNumber':'0401112223','source':'IVR'}"), "listId");
        invalid(post("{'listId':'%s','phoneNumber':'0401112223','source':'IVR'}", archived), "listId");
    }

    private String in(String duration) {
        return duration == null
                ? "null"
                : Centre.quoted(clock.instant().plus(Duration.parse(duration)).toString());
    }

    private Http.Answer post(String body, Object... args) {
        return centre.as(centre.person("INTEGRATOR")).post("/api/v1/callbacks", json(body, args));
    }

    private int stored(String list) {
        return centre.as(centre.person("SUPERVISOR"))
                .get("/api/v1/callbacks?listId=" + list)
                .json()
                .path("items")
                .size();
    }
}
