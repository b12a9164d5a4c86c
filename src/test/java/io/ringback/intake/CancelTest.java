package io.ringback.intake;

import static io.ringback.support.Json.json;
import static io.ringback.support.Refusal.conflict;
import static io.ringback.support.Refusal.invalid;
import static io.ringback.support.Refusal.notFound;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ringback.support.Centre;
import io.ringback.support.Http;
import io.ringback.support.RingbackTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The caller does not need the callback any more. */
@RingbackTest
class CancelTest {

    @Autowired
    private Centre centre;

    @Test
    void aCancelledCallbackIsClosedForTheReasonGiven() {
        var callback = centre.request(centre.list(), centre.newNumber());

        var answer = cancel("INTEGRATOR", callback);

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.json().path("status").asText()).isEqualTo("CANCELLED");
        assertThat(answer.json().path("closedAt").isTextual()).isTrue();
        var events = centre.as(centre.person("AUDITOR"))
                .get("/api/v1/callbacks/%s/history".formatted(Centre.id(callback)))
                .json()
                .path("events");
        assertThat(events.findValuesAsText("reason")).contains("served at the desk");
    }

    @Test
    void aClosedCallbackCannotBeCancelled() {
        var callback = centre.request(centre.list(), centre.newNumber());
        cancel("SUPERVISOR", callback);

        var again = cancel("SUPERVISOR", callback);

        conflict(again);
        assertThat(again.json().path("detail").asText()).contains("CANCELLED");
    }

    @Test
    void cancellingNeedsAReasonAndACallbackThatExists() {
        var callback = centre.request(centre.list(), centre.newNumber());
        var path = "/api/v1/callbacks/%s/cancel".formatted(Centre.id(callback));
        var supervisor = centre.as(centre.person("SUPERVISOR"));

        invalid(supervisor.post(path, "{}"), "reason");
        invalid(supervisor.post(path, json("{'reason':' '}")), "reason");
        notFound(supervisor.post("/api/v1/callbacks/%s/cancel".formatted(UUID.randomUUID()), json("{'reason':'x'}")));
        assertThat(centre.status(callback)).isEqualTo("WAITING");
    }

    @Test
    void anAgentWhoseCaseIsCancelledGetsTheNextOne() {
        var list = centre.list();
        var agent = centre.agentOn(list);
        var first = centre.request(list, centre.newNumber());
        var second = centre.request(list, centre.newNumber());
        var held = centre.receive(agent, true).at("/case/callback");

        cancel("INTEGRATOR", held);

        var other = held.path("id").equals(first.path("id")) ? second : first;
        assertThat(centre.desk(agent).at("/case/callback/id")).isEqualTo(other.path("id"));
    }

    @Test
    void aCallerServedOtherwiseIsCancelledOnEveryList() {
        var number = centre.newNumber();
        var here = centre.request(centre.list(), number);
        var there = centre.request(centre.list(), number, Map.of("notBefore", "\"2026-12-24T10:00:00Z\""));

        var answer = cancelAll("{'phoneNumber':'%s','reason':'served'}", number);

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.json().path("cancelled").asInt()).isEqualTo(2);
        assertThat(centre.status(here)).isEqualTo("CANCELLED");
        assertThat(centre.status(there)).isEqualTo("CANCELLED");
    }

    @Test
    void cancellingOnOneListLeavesTheOthers() {
        var number = centre.newNumber();
        var list = centre.list();
        var here = centre.request(list, number);
        var there = centre.request(centre.list(), number);

        var answer = cancelAll("{'phoneNumber':'%s','listId':'%s','reason':'served'}", number, list);

        assertThat(answer.json().path("cancelled").asInt()).isEqualTo(1);
        assertThat(centre.status(here)).isEqualTo("CANCELLED");
        assertThat(centre.status(there)).isEqualTo("WAITING");
    }

    @Test
    void aNationalNumberIsReadInTheRegionOfEachListEvenWhereItIsNoNumber() {
        var finnish = centre.request(centre.list(), "09 4242");
        centre.list(Map.of("region", "\"FR\""));

        var answer = cancelAll("{'phoneNumber':'09 4242','reason':'served'}");

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.json().path("cancelled").asInt()).isEqualTo(1);
        assertThat(centre.status(finnish)).isEqualTo("CANCELLED");
    }

    @Test
    void nothingOpenMeansNothingCancelled() {
        var answer = cancelAll("{'phoneNumber':'%s','reason':'served'}", centre.newNumber());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("cancelled").asInt()).isZero();
    }

    @Test
    void cancellingByNumberNeedsAPossibleNumberAKnownListAndAReason() {
        centre.list();

        invalid(cancelAll("{'phoneNumber':'12','reason':'x'}"), "phoneNumber");
        invalid(cancelAll("{'phoneNumber':'+12','reason':'x'}"), "phoneNumber");
        invalid(cancelAll("{'reason':'x'}"), "phoneNumber");
        invalid(cancelAll("{'phoneNumber':'0401112223'}"), "reason");
        invalid(cancelAll("{'phoneNumber':'0401112223','listId':'no-such','reason':'x'}"), "listId");
    }

    @Test
    void onlyIntegratorsCancelByNumber() {
        var answer = centre.as(centre.person("SUPERVISOR"))
                .post("/api/v1/callbacks/cancel", json("{'phoneNumber':'0401112223','reason':'x'}"));

        assertThat(answer.status()).isEqualTo(403);
    }

    private Http.Answer cancel(String role, JsonNode callback) {
        return centre.as(centre.person(role))
                .post(
                        "/api/v1/callbacks/%s/cancel".formatted(Centre.id(callback)),
                        json("{'reason':'served at the desk'}"));
    }

    private Http.Answer cancelAll(String body, Object... args) {
        return centre.as(centre.person("INTEGRATOR")).post("/api/v1/callbacks/cancel", json(body, args));
    }
}
