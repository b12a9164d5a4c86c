package io.ringback.supervision;

import static io.ringback.support.Json.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ringback.allocation.Offers;
import io.ringback.process.EngineDriver;
import io.ringback.support.Centre;
import io.ringback.support.Http;
import io.ringback.support.Invariants;
import io.ringback.support.MovableClock;
import io.ringback.support.RingbackTest;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the tests of supervisors' acts share. */
@RingbackTest
abstract class SteeringActs {

    @Autowired
    Centre centre;

    @Autowired
    Offers offers;

    @Autowired
    MovableClock clock;

    @Autowired
    EngineDriver engine;

    @Autowired
    JdbcClient jdbc;

    Http sam;
    String list;

    @BeforeEach
    void aSupervisorAndAList() {
        sam = centre.as(centre.person("SUPERVISOR"));
        list = centre.list();
    }

    @AfterEach
    void rowsAndEngineAgree() {
        Invariants.hold(jdbc);
    }

    JsonNode request() {
        return centre.request(list, centre.newNumber());
    }

    String access() {
        var agent = centre.person("AGENT");
        centre.giveAccess(agent, list);
        return agent;
    }

    String idle() {
        var agent = centre.agentOn(list);
        centre.receive(agent, true);
        return agent;
    }

    /** Without having been given what waits: receiving is switched on on an empty list first. */
    String idleOnlyOn(String waiting) {
        var agent = centre.agentOn(centre.list());
        centre.receive(agent, true);
        centre.giveAccess(agent, waiting);
        assertThat(centre.as(agent)
                        .put("/api/v1/desk/lists/" + waiting, "{\"active\":true}")
                        .status())
                .isEqualTo(200);
        return agent;
    }

    JsonNode act(JsonNode callback, String act, String body, Object... args) {
        var answer = sam.post(path(callback, act), json(body, args));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    UUID saved(String agent) {
        return Centre.id(centre.save(agent, "ANSWERED").at("/case/callback"));
    }

    @Nullable
    UUID hasInHand(String agent) {
        var id = centre.desk(agent).at("/case/callback/id").asText();
        return id.isEmpty() ? null : UUID.fromString(id);
    }

    JsonNode events(JsonNode callback) {
        return history(callback).path("events");
    }

    JsonNode history(JsonNode callback) {
        return sam.get(path(callback, "history")).json();
    }

    static String path(JsonNode callback, String act) {
        return "/api/v1/callbacks/%s/%s".formatted(Centre.id(callback), act);
    }

    static String time(Instant at) {
        return "\"" + at + "\"";
    }
}
