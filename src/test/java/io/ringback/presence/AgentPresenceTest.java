package io.ringback.presence;

import static io.ringback.support.Json.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ringback.support.Centre;
import io.ringback.support.MovableClock;
import io.ringback.support.RingbackTest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Where an agent is, as lists, board and files tell it. */
@RingbackTest
class AgentPresenceTest {

    private static final Duration A_MINUTE_AND_MORE = Duration.ofSeconds(61);

    @Autowired
    private Centre centre;

    @Autowired
    private MovableClock clock;

    private String list;
    private String agent;

    @BeforeEach
    void anAgentWithAccess() {
        list = centre.list();
        agent = centre.person("AGENT");
        centre.giveAccess(agent, list);
    }

    @Test
    void whoWasNeverThereIsNotSignedIn() {
        assertThat(presence()).isEqualTo("NOT_SIGNED_IN");
        assertThat(onList(list).get("lastSeenAt").isNull()).isTrue();
        assertThat(onBoard().path("presence").asText()).isEqualTo("NOT_SIGNED_IN");
    }

    @Test
    void aProgramIsAtTheDeskWhileItCallsIt() {
        centre.desk(agent);
        var seen = clock.instant();

        assertThat(presence()).isEqualTo("AT_DESK");
        clock.advance(A_MINUTE_AND_MORE);
        assertThat(presence()).isEqualTo("NOT_SIGNED_IN");
        assertThat(onList(list).path("lastSeenAt").asText())
                .isEqualTo(seen.truncatedTo(ChronoUnit.MICROS).toString());
        centre.desk(agent);
        assertThat(presence()).isEqualTo("AT_DESK");
    }

    @Test
    void callsOneAfterTheOtherKeepItThere() {
        for (int call = 0; call < 10; call++) {
            centre.desk(agent);
            clock.advance(Duration.ofSeconds(20));
        }

        assertThat(presence()).isEqualTo("AT_DESK");
    }

    @Test
    void aPageIsThereWhileItAnswersHeartbeats() {
        var desk = UUID.randomUUID();
        centre.openDesk(agent, desk).close();
        for (int beat = 0; beat < 8; beat++) {
            clock.advance(Duration.ofSeconds(15));
            centre.as(agent).put("/api/v1/desk/presence", "{\"desk\":\"%s\"}".formatted(desk));
        }

        assertThat(presence()).isEqualTo("AT_DESK");
        clock.advance(A_MINUTE_AND_MORE);
        assertThat(presence()).isEqualTo("NOT_SIGNED_IN");
    }

    @Test
    void signingOutIsSeenAtOnceAndSoIsComingBack() {
        var browser = centre.signedIn(agent);
        browser.page("/desk");
        assertThat(presence()).isEqualTo("AT_DESK");

        browser.signOut();

        assertThat(presence()).isEqualTo("NOT_SIGNED_IN");
        assertThat(onList(list).get("lastSeenAt").isNull()).isFalse();
        centre.signedIn(agent).page("/desk");
        assertThat(presence()).isEqualTo("AT_DESK");
    }

    @Test
    void beingSignedOutByAnAdministratorIsSeenAtOnce() {
        centre.signedIn(agent).page("/desk");

        centre.as(centre.person("ADMIN")).delete("/api/v1/accounts/%s/sessions".formatted(agent));

        assertThat(presence()).isEqualTo("NOT_SIGNED_IN");
    }

    @Test
    void whatAnAgentDoesIsTold() {
        centre.as(agent).put("/api/v1/desk/lists/" + list, json("{'active':true}"));
        centre.receive(agent, true);
        assertThat(presence()).isEqualTo("RECEIVING");

        centre.request(list, centre.newNumber());
        centre.receive(agent, false);
        centre.receive(agent, true);
        assertThat(presence()).isEqualTo("WITH_CASE");

        var call = centre.call(agent);
        assertThat(presence()).isEqualTo("IN_CALL");
        assertThat(onBoard().path("presence").asText()).isEqualTo("IN_CALL");
        assertThat(exported().path("presence").asText()).isEqualTo("IN_CALL");

        centre.endCall(agent, call);
        assertThat(presence()).isEqualTo("WITH_CASE");
        centre.save(agent, "ANSWERED");
        assertThat(presence()).isEqualTo("RECEIVING");
        centre.receive(agent, false);
        assertThat(presence()).isEqualTo("AT_DESK");
    }

    @Test
    void onAListWhereTheAgentIsNotActiveNobodyIsReceiving() {
        var other = centre.list();
        centre.giveAccess(agent, other);
        centre.as(agent).put("/api/v1/desk/lists/" + other, json("{'active':true}"));
        centre.receive(agent, true);

        var here = onList(list);
        var there = onList(other);

        assertThat(here.path("receiving").asBoolean()).isFalse();
        assertThat(here.path("receivingElsewhere").asBoolean()).isTrue();
        assertThat(here.path("presence").asText()).isEqualTo("AT_DESK");
        assertThat(there.path("receiving").asBoolean()).isTrue();
        assertThat(there.path("receivingElsewhere").asBoolean()).isFalse();
        assertThat(there.path("presence").asText()).isEqualTo("RECEIVING");
        assertThat(onBoard().path("presence").asText()).isEqualTo("RECEIVING");
        centre.receive(agent, false);
    }

    @Test
    void theBusiestComeFirstAndThoseWhoAreNotThereLast() {
        var atDesk = centre.agentOn(list);
        var receiving = centre.agentOn(list);
        centre.receive(receiving, true);

        var order = StreamSupport.stream(agentsOf(list).spliterator(), false)
                .map(one -> one.path("agentId").asText());

        assertThat(order).containsExactly(receiving, atDesk, agent);
        centre.receive(receiving, false);
    }

    @Test
    void filesOfAgentsTellIt() {
        centre.desk(agent);

        assertThat(exported().path("presence").asText()).isEqualTo("AT_DESK");
        assertThat(Instant.parse(exported().path("lastSeenAt").asText()))
                .isEqualTo(clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    private String presence() {
        return onList(list).path("presence").asText();
    }

    private JsonNode agentsOf(String which) {
        return centre.as(centre.person("SUPERVISOR"))
                .get("/api/v1/lists/%s/agents".formatted(which))
                .json();
    }

    private JsonNode onList(String which) {
        return own(agentsOf(which), "agentId");
    }

    private JsonNode onBoard() {
        clock.advance(Duration.ofSeconds(2)); // the board is counted at most once a second
        return own(
                centre.as(centre.person("SUPERVISOR"))
                        .get("/api/v1/board")
                        .json()
                        .path("agents"),
                "id");
    }

    private JsonNode exported() {
        return own(
                centre.as(centre.person("SUPERVISOR"))
                        .get("/api/v1/exports/agents.json")
                        .json(),
                "agentId");
    }

    private JsonNode own(JsonNode agents, String id) {
        return StreamSupport.stream(agents.spliterator(), false)
                .filter(one -> one.path(id).asText().equals(agent))
                .findFirst()
                .orElseThrow();
    }
}
