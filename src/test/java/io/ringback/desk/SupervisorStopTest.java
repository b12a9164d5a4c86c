package io.ringback.desk;

import static io.ringback.support.Json.json;
import static io.ringback.support.Refusal.invalid;
import static io.ringback.support.Refusal.notFound;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.support.Centre;
import io.ringback.support.Http;
import io.ringback.support.RingbackTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A supervisor stops an agent's receiving. */
@RingbackTest
class SupervisorStopTest {

    @Autowired
    private Centre centre;

    @Test
    void aStoppedAgentReceivesNoMoreAndTheCaseGoesBack() {
        var list = centre.list();
        var agent = centre.agentOn(list);
        var callback = centre.request(list, centre.newNumber());
        centre.receive(agent, true);

        var answer = stop(agent, "{'reason':'left the desk'}");

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.json().path("agentId").asText()).isEqualTo(agent);
        assertThat(answer.json().path("receiving").asBoolean()).isFalse();
        assertThat(centre.desk(agent).path("stoppedBecause").asText()).isEqualTo("SUPERVISOR");
        assertThat(centre.desk(agent).get("case").isNull()).isTrue();
        assertThat(centre.status(callback)).isEqualTo("WAITING");
    }

    @Test
    void theAgentIsToldWhatTheSupervisorSaid() {
        var agent = centre.agentOn(centre.list());
        centre.receive(agent, true);

        stop(agent, "{'reason':'team meeting'}");

        var stopped = centre.desk(agent).path("stopped");
        assertThat(stopped.path("because").asText()).isEqualTo("SUPERVISOR");
        assertThat(stopped.path("note").asText()).isEqualTo("team meeting");
        assertThat(centre.receive(agent, true).get("stopped").isNull()).isTrue();
    }

    @Test
    void stoppingWhoDoesNotReceiveChangesNothing() {
        var agent = centre.agentOn(centre.list());

        assertThat(stop(agent, "{'reason':'x'}").status()).isEqualTo(200);
        assertThat(centre.desk(agent).get("stoppedBecause").isNull()).isTrue();
    }

    @Test
    void stoppingNeedsAReasonAndAnAgent() {
        var agent = centre.agentOn(centre.list());

        invalid(stop(agent, "{}"), "reason");
        invalid(stop(agent, "{'reason':''}"), "reason");
        invalid(stop(agent, "{'reason':'a\\u0000'}"), "reason");
        invalid(stop(agent, json("{'reason':'%s'}", "x".repeat(501))), "reason");
        notFound(stop("nobody", "{'reason':'x'}"));
        notFound(stop(centre.person("SUPERVISOR"), "{'reason':'x'}"));
    }

    @Test
    void onlySupervisorsStopOthers() {
        var agent = centre.agentOn(centre.list());

        for (var role : new String[] {"AGENT", "INTEGRATOR", "ADMIN", "AUDITOR"}) {
            assertThat(centre.as(centre.person(role))
                            .post("/api/v1/agents/%s/stop".formatted(agent), json("{'reason':'x'}"))
                            .status())
                    .isEqualTo(403);
        }
    }

    private Http.Answer stop(String agent, String body) {
        return centre.as(centre.person("SUPERVISOR")).post("/api/v1/agents/%s/stop".formatted(agent), json(body));
    }
}
