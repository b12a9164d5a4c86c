package io.ringback.desk;

import static io.ringback.support.Json.json;
import static io.ringback.support.Refusal.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.support.Centre;
import io.ringback.support.RingbackTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The live stream of a desk. */
@RingbackTest
class DeskEventsTest {

    private static final String PATH = "/api/v1/desk/events";

    @Autowired
    private Centre centre;

    @Autowired
    private Heartbeats heartbeats;

    private String list;
    private String agent;

    @BeforeEach
    void anAgentOnAList() {
        list = centre.list();
        agent = centre.agentOn(list);
    }

    @Test
    void theStreamBeginsWithTheDeskAsItIs() {
        try (var events = centre.as(agent).events(PATH)) {
            var desk = events.event("desk");

            assertThat(events.contentType()).startsWith("text/event-stream");
            assertThat(desk.path("agentId").asText()).isEqualTo(agent);
            assertThat(desk.path("receiving").asBoolean()).isFalse();
            assertThat(desk.has("case")).isTrue();
        }
    }

    @Test
    void aChangeByAnotherCallerIsTold() {
        centre.request(list, centre.newNumber());
        centre.receive(agent, true);
        try (var events = centre.as(agent).events(PATH)) {
            events.event("desk", desk -> desk.path("case").isObject());

            centre.as(centre.person("SUPERVISOR"))
                    .post("/api/v1/agents/%s/stop".formatted(agent), json("{'reason':'lunch'}"));

            var told = events.event("desk", desk -> !desk.path("receiving").asBoolean());
            assertThat(told.path("case").isNull()).isTrue();
            assertThat(told.path("stoppedBecause").asText()).isEqualTo("SUPERVISOR");
        }
    }

    @Test
    void aCancelledCaseLeavesTheDeskAtOnce() {
        var callback = centre.request(list, centre.newNumber());
        centre.receive(agent, true);
        try (var events = centre.as(agent).events(PATH)) {
            events.event("desk", desk -> desk.path("case").isObject());

            centre.as(centre.person("INTEGRATOR"))
                    .post("/api/v1/callbacks/%s/cancel".formatted(Centre.id(callback)), json("{'reason':'served'}"));

            var told = events.event("desk", desk -> desk.path("case").isNull());
            assertThat(told.path("receiving").asBoolean()).isTrue();
        }
    }

    @Test
    void newNumbersOfAListAreTold() {
        try (var events = centre.as(agent).events(PATH)) {
            events.event("desk");

            centre.request(list, centre.newNumber());

            events.event("desk", desk -> desk.at("/lists/0/openCases").asInt() == 1);
        }
    }

    @Test
    void aQuietStreamIsKeptOpenByHeartbeats() {
        try (var events = centre.as(agent).events(PATH)) {
            events.event("desk");

            heartbeats.beat();

            assertThat(events.line(line -> line.startsWith(":"))).isEqualTo(":heartbeat");
        }
    }

    @Test
    void onlyAgentsHaveAStreamAndOnlyAsEvents() {
        var asJson = centre.as(agent)
                .request(PATH)
                .header("Accept", "application/json")
                .GET()
                .build();

        refused(centre.as(centre.person("SUPERVISOR")).get(PATH), 403, "forbidden");
        refused(centre.server().get(PATH), 401, "unauthorized");
        refused(centre.as(agent).send(asJson), 406, "not-acceptable");
    }
}
