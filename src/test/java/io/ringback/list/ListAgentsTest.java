package io.ringback.list;

import static io.ringback.support.Json.json;
import static io.ringback.support.Refusal.conflict;
import static io.ringback.support.Refusal.invalid;
import static io.ringback.support.Refusal.notFound;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.support.Centre;
import io.ringback.support.Http;
import io.ringback.support.RingbackTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Which agents may, and do, work on a list. */
@RingbackTest
class ListAgentsTest {

    @Autowired
    private Centre centre;

    private Http supervisor;
    private String list;

    @BeforeEach
    void aSupervisorAndAList() {
        supervisor = centre.as(centre.person("SUPERVISOR"));
        list = centre.list();
    }

    @Test
    void accessIsGivenWithoutJoining() {
        var agent = centre.person("AGENT");

        var given = supervisor.put(path(agent), "");
        var again = supervisor.put(path(agent), "");

        assertThat(given.status()).as(given.body()).isEqualTo(204);
        assertThat(again.status()).isEqualTo(204);
        var shown = supervisor.get("/api/v1/lists/%s/agents".formatted(list)).json();
        assertThat(shown).hasSize(1);
        assertThat(shown.get(0).path("agentId").asText()).isEqualTo(agent);
        assertThat(shown.get(0).path("name").asText()).isEqualTo("Test " + agent);
        assertThat(shown.get(0).path("active").asBoolean()).isFalse();
        assertThat(shown.get(0).path("receiving").asBoolean()).isFalse();
        assertThat(shown.get(0).path("availability").asText()).isEqualTo("AVAILABLE");
    }

    @Test
    void theAgentsOfAListAreShownAsTheyAre() {
        var agent = centre.agentOn(list);
        centre.as(agent).put("/api/v1/desk/availability", json("{'availability':'BUSY'}"));
        centre.receive(agent, true);

        for (var role : new String[] {"AGENT", "SUPERVISOR", "ADMIN"}) {
            var shown = centre.as(centre.person(role)).get("/api/v1/lists/%s/agents".formatted(list));
            assertThat(shown.status()).isEqualTo(200);
            assertThat(shown.json().at("/0/active").asBoolean()).isTrue();
            assertThat(shown.json().at("/0/receiving").asBoolean()).isTrue();
            assertThat(shown.json().at("/0/availability").asText()).isEqualTo("BUSY");
        }
        centre.receive(agent, false);
    }

    @Test
    void accessTakenAwayTakesTheListOffTheDeskButLeavesTheCaseInHand() {
        var agent = centre.agentOn(list);
        var callback = centre.request(list, centre.newNumber());
        centre.receive(agent, true);

        var taken = supervisor.delete(path(agent));

        assertThat(taken.status()).isEqualTo(204);
        assertThat(centre.desk(agent).path("lists")).isEmpty();
        assertThat(centre.desk(agent).at("/case/callback/id")).isEqualTo(callback.path("id"));
        centre.save(agent, "ANSWERED");
        assertThat(centre.status(callback)).isEqualTo("RESOLVED");
        assertThat(supervisor.delete(path(agent)).status()).isEqualTo(204);
    }

    @Test
    void aSupervisorJoinsAndUnjoinsAnAgent() {
        var agent = centre.agentOn(list);

        var unjoined = supervisor.put(path(agent) + "/active", json("{'active':false}"));

        assertThat(unjoined.status()).isEqualTo(204);
        assertThat(centre.desk(agent).at("/lists/0/active").asBoolean()).isFalse();
        supervisor.put(path(agent) + "/active", json("{'active':true}"));
        assertThat(centre.desk(agent).at("/lists/0/active").asBoolean()).isTrue();
    }

    @Test
    void whoHasNoAccessCannotBeJoined() {
        var agent = centre.person("AGENT");

        conflict(supervisor.put(path(agent) + "/active", json("{'active':true}")));
        invalid(supervisor.put(path(agent) + "/active", "{}"), "active");
    }

    @Test
    void onlyAgentsGetAccess() {
        notFound(supervisor.put(path("nobody"), ""));
        notFound(supervisor.put(path(centre.person("SUPERVISOR")), ""));
        assertThat(supervisor.get("/api/v1/lists/%s/agents".formatted(list)).json())
                .isEmpty();
    }

    @Test
    void agentsGiveThemselvesNoAccess() {
        var agent = centre.person("AGENT");

        assertThat(centre.as(agent).put(path(agent), "").status()).isEqualTo(403);
        assertThat(centre.as(agent)
                        .put(path(agent) + "/active", json("{'active':true}"))
                        .status())
                .isEqualTo(403);
        assertThat(centre.as(centre.person("ADMIN"))
                        .put(path(agent) + "/active", json("{'active':true}"))
                        .status())
                .isEqualTo(403);
    }

    private String path(String agent) {
        return "/api/v1/lists/%s/agents/%s".formatted(list, agent);
    }
}
