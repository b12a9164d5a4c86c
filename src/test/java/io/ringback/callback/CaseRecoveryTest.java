package io.ringback.callback;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ringback.process.EngineDriver;
import io.ringback.support.Centre;
import io.ringback.support.Http;
import io.ringback.support.MovableClock;
import io.ringback.support.RingbackTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Processes that were deleted behind the server's back. */
@RingbackTest
class CaseRecoveryTest {

    @Autowired
    private Centre centre;

    @Autowired
    private EngineDriver engine;

    @Autowired
    private MovableClock clock;

    @Test
    void isPassedByWhenACaseIsAllocated() {
        var list = centre.list();
        var agent = centre.agentOn(list);
        var sick = sick(list);
        var healthy = request(list);

        var desk = centre.receive(agent, true);

        assertThat(inHand(desk)).isEqualTo(healthy.path("id"));
        assertThat(isSetAside(sick)).isTrue();
        assertThat(setAside(list)).containsExactly(sick.path("id"));
        assertThat(events(sick)).contains("SET_ASIDE");
    }

    @Test
    void neverBlocksASave() {
        var list = centre.list();
        var agent = centre.agentOn(list);
        var first = request(list);
        centre.receive(agent, true);
        var sick = Stream.generate(() -> sick(list)).limit(12).toList();
        var healthy = request(list);

        var desk = centre.save(agent, "ANSWERED");

        assertThat(inHand(desk)).isEqualTo(healthy.path("id"));
        assertThat(centre.status(first)).isEqualTo("RESOLVED");
        assertThat(sick).allMatch(this::isSetAside);
    }

    @Test
    void isAllocatedAgainAfterRepair() {
        var list = centre.list();
        var agent = centre.agentOn(list);
        var sick = sick(list);
        centre.receive(agent, true);

        var repaired = repair(sick);

        assertThat(repaired.status()).isEqualTo(200);
        centre.receive(agent, false);
        assertThat(inHand(centre.receive(agent, true))).isEqualTo(sick.path("id"));
        assertThat(setAside(list)).isEmpty();
        assertThat(events(sick)).contains("REPAIRED");
        assertThat(centre.save(agent, "ANSWERED").path("case").isNull()).isTrue();
        assertThat(centre.status(sick)).isEqualTo("RESOLVED");
    }

    @Test
    void isRepairedOnlyWhenSetAside() {
        var healthy = request(centre.list());

        assertThat(repair(healthy).status()).isEqualTo(409);
    }

    @Test
    void takesTheOutcomeThoughItsProcessIsGone() {
        var list = centre.list();
        var agent = centre.agentOn(list);
        var held = held(list, agent);
        var next = request(list);
        engine.deleteInstance(Centre.id(held));

        var desk = centre.save(agent, "ANSWERED");

        assertThat(centre.status(held)).isEqualTo("RESOLVED");
        assertThat(inHand(desk)).isEqualTo(next.path("id"));
    }

    @Test
    void keepsAnUnsuccessfulOutcomeForTheRepair() {
        var list = centre.list();
        var agent = centre.agentOn(list);
        var held = held(list, agent);
        engine.deleteInstance(Centre.id(held));

        centre.save(agent, "NO_ANSWER");

        assertThat(centre.status(held)).isEqualTo("SCHEDULED");
        assertThat(isSetAside(held)).isTrue();
        assertThat(repair(held).status()).isEqualTo(200);
        assertThat(engine.instance(Centre.id(held))).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({"BUSY, PT5M", "NO_ANSWER, PT15M", "OTHER, PT1H"})
    void isOfferedAgainByThePolicyThoughItsProcessIsGone(String callStatus, Duration delay) {
        var list = centre.list();
        var agent = centre.agentOn(list);
        var held = held(list, agent);
        engine.deleteInstance(Centre.id(held));

        centre.save(agent, callStatus);

        assertThat(Instant.parse(centre.callback(held).path("eligibleAt").asText()))
                .isEqualTo(clock.instant().plus(delay));
    }

    @Test
    void endsWithTheLastAttemptTheListAllowsThoughItsProcessIsGone() {
        var list = centre.list(Map.of("maxAttempts", "1"));
        var agent = centre.agentOn(list);
        var held = held(list, agent);
        var next = request(list);
        centre.endCall(agent, centre.call(agent));
        engine.deleteInstance(Centre.id(held));

        var desk = centre.save(agent, "NO_ANSWER");

        assertThat(centre.status(held)).isEqualTo("CANCELLED");
        assertThat(inHand(desk)).isEqualTo(next.path("id"));
    }

    @Test
    void canBeCalledAndStoppedThoughItsProcessIsGone() {
        var list = centre.list();
        var agent = centre.agentOn(list);
        var held = held(list, agent);
        engine.deleteInstance(Centre.id(held));

        var call = centre.call(agent);
        centre.endCall(agent, call);
        var desk = centre.receive(agent, false);

        assertThat(desk.path("receiving").asBoolean()).isFalse();
        assertThat(centre.status(held)).isEqualTo("WAITING");
        assertThat(isSetAside(held)).isTrue();
    }

    @Test
    void canBeCancelledInAnAgentsHandsThoughItsProcessIsGone() {
        var list = centre.list();
        var agent = centre.agentOn(list);
        var held = held(list, agent);
        var next = request(list);
        engine.deleteInstance(Centre.id(held));

        var answer = post(held, "cancel", "{\"reason\":\"served\"}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(centre.status(held)).isEqualTo("CANCELLED");
        assertThat(inHand(centre.desk(agent))).isEqualTo(next.path("id"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ANSWERED", "BUSY", "stop"})
    void isCancelledWhenItsAgentIsDoneThoughItsProcessIsGone(String how) {
        var list = centre.list();
        var agent = centre.agentOn(list);
        var held = held(list, agent);
        centre.call(agent);
        engine.deleteInstance(Centre.id(held));
        centre.cancel(held);
        assertThat(centre.status(held)).isEqualTo("ALLOCATED");

        var desk = how.equals("stop") ? centre.receive(agent, false) : centre.save(agent, how);

        assertThat(desk.path("case").isNull()).isTrue();
        assertThat(centre.status(held)).isEqualTo("CANCELLED");
    }

    @Test
    void savesThoughTheReceptionIsLost() {
        var list = centre.list();
        var agent = centre.agentOn(list);
        var held = held(list, agent);
        var next = request(list);
        engine.deleteReception(agent);

        var desk = centre.save(agent, "ANSWERED");

        assertThat(centre.status(held)).isEqualTo("RESOLVED");
        assertThat(desk.path("stoppedBecause").asText()).isEqualTo("SYSTEM");
        assertThat(desk.path("case").isNull()).isTrue();
        assertThat(inHand(centre.receive(agent, true))).isEqualTo(next.path("id"));
    }

    @Test
    void stopsThoughTheReceptionIsLost() {
        var list = centre.list();
        var agent = centre.agentOn(list);
        var held = held(list, agent);
        engine.deleteReception(agent);

        var desk = centre.receive(agent, false);

        assertThat(desk.path("receiving").asBoolean()).isFalse();
        assertThat(centre.status(held)).isEqualTo("WAITING");
        assertThat(inHand(centre.receive(agent, true))).isEqualTo(held.path("id"));
    }

    @Test
    void stopsByTimeThoughTheReceptionIsLost() {
        var list = centre.list();
        var agent = centre.agentOn(list);
        var held = held(list, agent);
        engine.deleteReception(agent);

        engine.fire(Centre.id(held), "timer_noCallMade");

        assertThat(centre.status(held)).isEqualTo("WAITING");
        assertThat(centre.desk(agent).path("stoppedBecause").asText()).isEqualTo("NO_CALL_MADE");
    }

    private JsonNode request(String list) {
        clock.advance(Duration.ofMillis(1));
        return centre.request(list, centre.newNumber());
    }

    private JsonNode sick(String list) {
        var callback = request(list);
        engine.deleteInstance(Centre.id(callback));
        return callback;
    }

    private JsonNode held(String list, String agent) {
        var callback = request(list);
        centre.receive(agent, true);
        return callback;
    }

    private static JsonNode inHand(JsonNode desk) {
        return desk.at("/case/callback/id");
    }

    private boolean isSetAside(JsonNode callback) {
        return centre.callback(callback).path("setAside").asBoolean();
    }

    private List<JsonNode> setAside(String list) {
        return centre.as(centre.person("SUPERVISOR"))
                .get("/api/v1/callbacks?setAside=true&listId=" + list)
                .json()
                .path("items")
                .findValues("id");
    }

    private List<String> events(JsonNode callback) {
        return centre.as(centre.person("AUDITOR"))
                .get("/api/v1/callbacks/%s/history".formatted(Centre.id(callback)))
                .json()
                .path("events")
                .findValuesAsText("type");
    }

    private Http.Answer repair(JsonNode callback) {
        return post(callback, "repair", "");
    }

    private Http.Answer post(JsonNode callback, String action, String body) {
        return centre.as(centre.person("SUPERVISOR"))
                .post("/api/v1/callbacks/%s/%s".formatted(Centre.id(callback), action), body);
    }
}
