package io.ringback.desk;

import static io.ringback.support.Centre.object;
import static io.ringback.support.Centre.quoted;
import static io.ringback.support.Json.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ringback.support.Centre;
import io.ringback.support.RingbackTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What an agent has entered and not saved stays with the case, however it leaves their hands. */
@RingbackTest
class LeftUnsavedTest {

    /** How a case leaves an agent's hands without Save. */
    enum Leaving {
        STOPS,
        DO_NOT_DISTURB,
        OFFWORK,
        SIGNS_OUT,
        IS_STOPPED,
        IS_SIGNED_OUT,
        IS_DISABLED
    }

    @Autowired
    private Centre centre;

    private String list;
    private String agent;
    private String next;
    private JsonNode callback;

    @BeforeEach
    void anAgentWithACaseAndAnotherOne() {
        list = centre.list();
        agent = centre.agentOn(list);
        next = centre.agentOn(list);
        callback = centre.request(list, centre.newNumber());
        centre.receive(agent, true);
    }

    @ParameterizedTest
    @EnumSource
    void staysWithTheCallAndIsSeenByWhoeverIsNext(Leaving leaving) {
        centre.endCall(agent, centre.call(agent));
        draft(Map.of("note", quoted("wants two\\nof them"), "callStatus", quoted("BUSY")));

        leave(leaving);
        var inHand = centre.receive(next, true).path("case");

        assertThat(inHand.at("/callback/id")).isEqualTo(callback.path("id"));
        assertThat(inHand.path("draft").isNull()).isTrue();
        var attempt = inHand.at("/attempts/0");
        assertThat(attempt.path("note").asText()).isEqualTo("wants two\nof them");
        assertThat(attempt.path("callStatus").isNull()).isTrue();
        assertThat(attempt.path("unsaved").asBoolean()).isTrue();
        assertThat(attempt.path("leftBy").asText()).isEqualTo(agent);
        assertThat(attempt.path("leftAt").isTextual()).isTrue();
        var left = inHand.path("leftUnsaved");
        assertThat(left).hasSize(1);
        assertThat(left.at("/0/callId").isTextual()).isTrue();
        assertThat(left.at("/0/callStatus").asText()).isEqualTo("BUSY");
        assertThat(history().path("leftUnsaved")).isEqualTo(left);
        assertThat(history().path("attempts")).isEqualTo(inHand.path("attempts"));
    }

    @ParameterizedTest
    @EnumSource
    void isKeptAlsoWhenNoCallWasMade(Leaving leaving) {
        draft(Map.of("note", quoted("asked for Bo"), "formData", json("{'reason':'order','urgent':true}")));

        leave(leaving);
        var inHand = centre.receive(next, true).path("case");

        assertThat(inHand.path("attempts")).isEmpty();
        assertThat(inHand.at("/callback/attemptCount").asInt()).isZero();
        var left = inHand.at("/leftUnsaved/0");
        assertThat(left.path("leftBy").asText()).isEqualTo(agent);
        assertThat(left.path("note").asText()).isEqualTo("asked for Bo");
        assertThat(left.path("callId").isNull()).isTrue();
        assertThat(left.at("/formData/reason").asText()).isEqualTo("order");
        assertThat(left.at("/formData/urgent").asBoolean()).isTrue();
        assertThat(history().at("/leftUnsaved/0")).isEqualTo(left);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "callStatus | \"NO_ANSWER\"",
                "note       | \"x\"",
                "retryAt    | \"2999-01-01T09:00:00Z\"",
                "formData   | {\"reason\":\"order\"}",
                "formData   | {\"reason\":\"\",\"count\":0}"
            })
    void isWhateverHasBeenEntered(String field, String value) {
        draft(Map.of(field, value));

        leave(Leaving.STOPS);

        assertThat(history().path("leftUnsaved")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "note     | null",
                "note     | \" \\n \"",
                "formData | {}",
                "formData | {\"reason\":\"\",\"topics\":[],\"urgent\":false,\"more\":{\"a\":null}}"
            })
    void isNothingWhenItWasTakenOutAgain(String field, String value) {
        draft(Map.of("note", quoted("typed by mistake")));
        draft(Map.of(field, value));

        leave(Leaving.STOPS);

        assertThat(history().path("leftUnsaved")).isEmpty();
    }

    @Test
    void whatIsSavedIsNotLeftUnsaved() {
        var call = centre.call(agent);
        draft(Map.of("note", quoted("half of it")));

        centre.save(agent, "BUSY", Map.of("note", quoted("all of it")));

        assertThat(history().path("leftUnsaved")).isEmpty();
        assertThat(history().at("/attempts/0/note").asText()).isEqualTo("all of it");
        assertThat(history().at("/attempts/0/unsaved").asBoolean()).isFalse();
        assertThat(history().at("/attempts/0/leftBy").isNull()).isTrue();
        assertThat(call).isNotNull();
    }

    @Test
    void eachAgentWhoLeavesItLeavesTheirOwn() {
        draft(Map.of("note", quoted("first")));
        leave(Leaving.STOPS);
        centre.receive(next, true);
        draft(next, Map.of("note", quoted("second")));
        centre.receive(next, false);

        var left = history().path("leftUnsaved");

        assertThat(left.findValuesAsText("note")).containsExactly("first", "second");
        assertThat(left.findValuesAsText("leftBy")).containsExactly(agent, next);
    }

    @Test
    void theSupervisorsPageShowsIt() {
        draft(Map.of("note", quoted("asked for Bo")));
        leave(Leaving.STOPS);

        var page = centre.signedIn(centre.person("SUPERVISOR"))
                .get("/supervision/cases/" + callback.path("id").asText())
                .body();

        assertThat(page).contains("asked for Bo", "Left unsaved by");
    }

    @Test
    void isReadInTheWordsOfTheForm() {
        draft(Map.of("formData", json("{'reason':'INVOICE','followUp':false}")));
        leave(Leaving.STOPS);
        centre.receive(next, true);

        var pages = List.of(
                centre.signedIn(next).get("/desk").body(),
                centre.signedIn(centre.person("SUPERVISOR"))
                        .get("/supervision/cases/" + callback.path("id").asText())
                        .body());

        assertThat(pages)
                .allSatisfy(page -> assertThat(page)
                        .contains("Reason for the call", "Invoice or payment")
                        .doesNotContain(">INVOICE<"));
    }

    private void leave(Leaving leaving) {
        switch (leaving) {
            case STOPS -> centre.receive(agent, false);
            case DO_NOT_DISTURB, OFFWORK ->
                centre.as(agent)
                        .put("/api/v1/desk/availability", object(Map.of("availability", quoted(leaving.name()))));
            case SIGNS_OUT -> {
                var session = centre.signedIn(agent);
                session.page("/desk");
                assertThat(session.signOut().status()).isEqualTo(302);
            }
            case IS_STOPPED ->
                centre.as(centre.person("SUPERVISOR"))
                        .post("/api/v1/agents/%s/stop".formatted(agent), json("{'reason':'left the desk'}"));
            case IS_SIGNED_OUT -> {
                centre.signedIn(agent);
                centre.as(centre.person("ADMIN")).delete("/api/v1/accounts/%s/sessions".formatted(agent));
            }
            case IS_DISABLED ->
                centre.as(centre.person("ADMIN"))
                        .put("/api/v1/accounts/" + agent, json("{'name':'A','roles':['AGENT'],'enabled':false}"));
        }
        assertThat(centre.callback(callback).path("allocatedTo").isNull()).isTrue();
    }

    private void draft(Map<String, String> fields) {
        draft(agent, fields);
    }

    private void draft(String who, Map<String, String> fields) {
        var all = new HashMap<>(fields);
        all.put("allocationId", centre.desk(who).at("/case/allocationId").toString());
        assertThat(centre.as(who).put("/api/v1/desk/case/draft", object(all)).status())
                .isEqualTo(204);
    }

    private JsonNode history() {
        return centre.as(centre.person("SUPERVISOR"))
                .get("/api/v1/callbacks/%s/history"
                        .formatted(callback.path("id").asText()))
                .json();
    }
}
