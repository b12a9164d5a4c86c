package io.ringback.desk;

import static io.ringback.support.Json.json;
import static io.ringback.support.Refusal.conflict;
import static io.ringback.support.Refusal.invalid;
import static io.ringback.support.Refusal.notFound;
import static io.ringback.support.Refusal.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.support.Centre;
import io.ringback.support.Http;
import io.ringback.support.RingbackTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The switches of the desk: lists, availability, receiving. */
@RingbackTest
class DeskTest {

    @Autowired
    private Centre centre;

    private String list;
    private String agent;

    @BeforeEach
    void anAgentOnAList() {
        list = centre.list();
        agent = centre.agentOn(list);
    }

    @Test
    void theDeskOfAnIdleAgentShowsListsAndSwitches() {
        var desk = centre.desk(agent);

        assertThat(desk.path("agentId").asText()).isEqualTo(agent);
        assertThat(desk.path("availability").asText()).isEqualTo("AVAILABLE");
        assertThat(desk.get("receiving").isBoolean()).isTrue();
        assertThat(desk.path("receiving").asBoolean()).isFalse();
        assertThat(desk.path("acceptsServiceCalls").asBoolean()).isTrue();
        assertThat(desk.get("stoppedBecause").isNull()).isTrue();
        assertThat(desk.get("case").isNull()).isTrue();
        assertThat(desk.path("lists")).hasSize(1);
        var shown = desk.at("/lists/0");
        assertThat(shown.path("id").asText()).isEqualTo(list);
        assertThat(shown.path("name").asText()).isEqualTo("List " + list);
        assertThat(shown.path("active").asBoolean()).isTrue();
        for (var number : new String[] {"serving", "openCases", "dueInAnHour", "expiresIn24Hours"}) {
            assertThat(shown.get(number).isIntegralNumber()).as(number).isTrue();
        }
    }

    @Test
    void serviceCallsAndCallbacksExcludeEachOther() {
        var receiving = centre.receive(agent, true);
        var stopped = centre.receive(agent, false);

        assertThat(receiving.path("receiving").asBoolean()).isTrue();
        assertThat(receiving.path("acceptsServiceCalls").asBoolean()).isFalse();
        assertThat(stopped.path("receiving").asBoolean()).isFalse();
        assertThat(stopped.path("acceptsServiceCalls").asBoolean()).isTrue();
        assertThat(stopped.path("stoppedBecause").asText()).isEqualTo("AGENT");
    }

    @Test
    void switchingOnTwiceIsSwitchingOnOnce() {
        var callback = centre.request(list, centre.newNumber());
        var first = centre.receive(agent, true);

        var again = centre.receive(agent, true);

        assertThat(first.at("/case/callback/id")).isEqualTo(callback.path("id"));
        assertThat(again.at("/case/allocationId")).isEqualTo(first.at("/case/allocationId"));
    }

    @Test
    void stoppingHandsTheCaseToTheNextAvailableAgent() {
        var callback = centre.request(list, centre.newNumber());
        centre.receive(agent, true);

        var stopped = centre.receive(agent, false);

        assertThat(stopped.get("case").isNull()).isTrue();
        assertThat(centre.status(callback)).isEqualTo("WAITING");
        assertThat(centre.receive(centre.agentOn(list), true).at("/case/callback/id"))
                .isEqualTo(callback.path("id"));
    }

    @Test
    void theOnlyAgentMayGetTheSameCaseBack() {
        var callback = centre.request(list, centre.newNumber());
        centre.receive(agent, true);
        centre.receive(agent, false);

        assertThat(centre.receive(agent, true).at("/case/callback/id")).isEqualTo(callback.path("id"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"DO_NOT_DISTURB", "OFFWORK"})
    void goingAwayEndsReceivingAndReleasesTheCase(String away) {
        var callback = centre.request(list, centre.newNumber());
        centre.receive(agent, true);

        var desk = put("availability", "{'availability':'%s'}", away);

        assertThat(desk.status()).isEqualTo(200);
        assertThat(desk.json().path("availability").asText()).isEqualTo(away);
        assertThat(desk.json().path("receiving").asBoolean()).isFalse();
        assertThat(desk.json().path("stoppedBecause").asText()).isEqualTo(away);
        assertThat(desk.json().get("case").isNull()).isTrue();
        assertThat(centre.status(callback)).isEqualTo("WAITING");
    }

    @ParameterizedTest
    @ValueSource(strings = {"DO_NOT_DISTURB", "OFFWORK"})
    void whoIsAwayCannotSwitchOn(String away) {
        put("availability", "{'availability':'%s'}", away);

        var answer = put("receiving", "{'receiving':true}");

        conflict(answer);
        assertThat(answer.json().path("detail").asText()).contains("AVAILABLE or BUSY", away);
        assertThat(centre.desk(agent).path("receiving").asBoolean()).isFalse();
    }

    @Test
    void whoIsBusyMayReceiveAndGoesOnReceiving() {
        var callback = centre.request(list, centre.newNumber());
        put("availability", "{'availability':'BUSY'}");

        var busy = centre.receive(agent, true);
        var available = put("availability", "{'availability':'AVAILABLE'}").json();

        assertThat(busy.at("/case/callback/id")).isEqualTo(callback.path("id"));
        assertThat(available.path("receiving").asBoolean()).isTrue();
        assertThat(available.at("/case/allocationId")).isEqualTo(busy.at("/case/allocationId"));
    }

    @Test
    void comingBackDoesNotSwitchReceivingOn() {
        centre.receive(agent, true);
        put("availability", "{'availability':'OFFWORK'}");

        var back = put("availability", "{'availability':'AVAILABLE'}").json();

        assertThat(back.path("receiving").asBoolean()).isFalse();
        assertThat(back.path("stoppedBecause").asText()).isEqualTo("OFFWORK");
    }

    @Test
    void casesComeOnlyFromListsTheAgentHasJoined() {
        var callback = centre.request(list, centre.newNumber());
        var unjoined = put("lists/" + list, "{'active':false}").json();

        assertThat(unjoined.at("/lists/0/active").asBoolean()).isFalse();
        assertThat(centre.receive(agent, true).get("case").isNull()).isTrue();
        var joined = put("lists/" + list, "{'active':true}").json();
        assertThat(joined.at("/lists/0/active").asBoolean()).isTrue();
        assertThat(centre.status(callback)).isIn("WAITING", "ALLOCATED");
        centre.receive(agent, false);
    }

    @Test
    void aListWithoutAccessCannotBeJoined() {
        var other = centre.list();

        refused(put("lists/" + other, "{'active':true}"), 403, "forbidden");
        notFound(put("lists/no-such", "{'active':true}"));
        assertThat(centre.desk(agent).path("lists")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"yes\"", "1", "\"true\"", "{}", "[true]"})
    void switchesAreTrueOrFalse(String value) {
        var desk = centre.as(agent);

        invalid(desk.put("/api/v1/desk/receiving", "{\"receiving\":%s}".formatted(value)), "receiving");
        invalid(desk.put("/api/v1/desk/lists/" + list, "{\"active\":%s}".formatted(value)), "active");
        assertThat(centre.desk(agent).path("receiving").asBoolean()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"\"", "\"AWAY\"", "0", "\"available\"", "{}"})
    void anAvailabilityThatIsNoneIsRefused(String value) {
        invalid(
                centre.as(agent).put("/api/v1/desk/availability", "{\"availability\":%s}".formatted(value)),
                "availability");
    }

    @Test
    void whoIsNoAgentHasNoDesk() {
        for (var role : new String[] {"INTEGRATOR", "SUPERVISOR", "ADMIN"}) {
            assertThat(centre.as(centre.person(role)).get("/api/v1/desk").status())
                    .isEqualTo(403);
        }
    }

    private Http.Answer put(String what, String body, Object... args) {
        return centre.as(agent).put("/api/v1/desk/" + what, json(body, args));
    }
}
