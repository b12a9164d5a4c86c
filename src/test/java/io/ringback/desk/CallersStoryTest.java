package io.ringback.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ringback.support.Centre;
import io.ringback.support.RingbackTest;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the case in hand tells of its caller, on all lists that its agent may see. */
@RingbackTest
class CallersStoryTest {

    @Autowired
    private Centre centre;

    private String list;
    private String other;
    private String number;

    @BeforeEach
    void twoLists() {
        list = centre.list();
        other = centre.list();
        number = centre.newNumber();
    }

    @Test
    void whoeverWasSpokenToAMinuteAgoOnAnotherListIsNoStranger() {
        var spokenTo = centre.request(other, number);
        var bo = centre.agentOn(other);
        centre.receive(bo, true);
        centre.call(bo);
        centre.save(bo, "ANSWERED", Map.of("note", "\"wants a refund\"", "formData", "{\"reason\":\"INVOICE\"}"));
        centre.request(list, number);

        var inHand = inHandOf(centre.agentOn(list, other));

        assertThat(inHand.path("attempts")).isEmpty();
        assertThat(ids(inHand)).containsExactly(spokenTo.path("id").asText());
        var earlier = inHand.path("earlier").get(0);
        assertThat(earlier.path("listId").asText()).isEqualTo(other);
        assertThat(earlier.path("status").asText()).isEqualTo("RESOLVED");
        assertThat(earlier.path("createdAt").isTextual()).isTrue();
        assertThat(earlier.path("closedAt").isTextual()).isTrue();
        var attempt = earlier.path("attempts").get(0);
        assertThat(earlier.path("attempts")).hasSize(1);
        assertThat(attempt.path("agentId").asText()).isEqualTo(bo);
        assertThat(attempt.path("callStatus").asText()).isEqualTo("ANSWERED");
        assertThat(attempt.path("note").asText()).isEqualTo("wants a refund");
        assertThat(attempt.at("/formData/reason").asText()).isEqualTo("INVOICE");
        assertThat(attempt.has("recordingUrl")).isTrue();
        assertThat(inHand.path("moreEarlier").asInt()).isZero();
    }

    @Test
    void whatIsOnAListThatTheAgentMayNotSeeIsNotTold() {
        centre.request(other, number);
        centre.request(list, number);

        assertThat(inHandOf(centre.agentOn(list)).path("earlier")).isEmpty();
    }

    @Test
    void whatWasMergedIntoTheCaseIsTheCaseAndAnotherNumberIsSomebodyElse() {
        centre.request(list, number);
        centre.request(list, number);
        centre.request(list, centre.newNumber());

        var inHand = inHandOf(centre.agentOn(list));

        assertThat(inHand.path("earlier")).isEmpty();
        assertThat(inHand.path("related")).hasSize(1);
        assertThat(inHand.at("/related/0/source").asText()).isEqualTo("IVR");
    }

    @Test
    void theNewestTwentyAreToldAndTheOthersCounted() {
        var closed = IntStream.range(0, 23)
                .mapToObj(request -> {
                    var callback = centre.request(other, number);
                    centre.cancel(callback);
                    return callback.path("id").asText();
                })
                .toList();
        centre.request(list, number);

        var inHand = inHandOf(centre.agentOn(list, other));

        assertThat(ids(inHand)).hasSize(20).doesNotContain(closed.get(0), closed.get(1), closed.get(2));
        assertThat(ids(inHand).get(0)).isEqualTo(closed.get(22));
        assertThat(inHand.path("moreEarlier").asInt()).isEqualTo(3);
    }

    @Test
    void callbacksAreFoundByHowTheyWereClassified() {
        var callback = centre.request(list, number);
        var agent = centre.agentOn(list);
        centre.receive(agent, true);
        centre.save(agent, "ANSWERED", Map.of("formData", "{\"reason\":\"COMPLAINT\"}"));
        var supervisor = centre.as(centre.person("SUPERVISOR"));
        var path = "/api/v1/callbacks?listId=" + list + "&answer=";

        assertThat(supervisor
                        .get(path + "reason%3DCOMPLAINT")
                        .json()
                        .path("items")
                        .findValuesAsText("id"))
                .containsExactly(callback.path("id").asText());
        assertThat(supervisor.get(path + "reason%3DORDER").json().path("items")).isEmpty();
        assertThat(supervisor.get(path + "COMPLAINT").status()).isEqualTo(422);
        assertThat(supervisor
                        .get("/supervision/cases?answer=reason%3DCOMPLAINT&listId=" + list)
                        .body())
                .contains(callback.path("id").asText());
        assertThat(supervisor.get("/supervision/cases?answer=nonsense").status())
                .isEqualTo(200);
        assertThat(supervisor.get("/supervision/lists/" + list + "/charts").body())
                .contains("answer=reason%3DCOMPLAINT");
        assertThat(supervisor.get("/supervision/reasons").body()).contains("Complaint");
    }

    @Test
    void anAttemptIsReadWithTheFormAndTellsItOnTheCasePage() {
        var callback = centre.request(list, number);
        var agent = centre.agentOn(list);
        centre.receive(agent, true);
        centre.save(agent, "ANSWERED", Map.of("formData", "{\"reason\":\"ORDER\",\"followUp\":true}"));
        var supervisor = centre.as(centre.person("SUPERVISOR"));
        var id = callback.path("id").asText();

        var history = supervisor.get("/api/v1/callbacks/" + id + "/history").json();

        assertThat(history.at("/attempts/0/formData/reason").asText()).isEqualTo("ORDER");
        assertThat(supervisor.get("/supervision/cases/" + id).body())
                .contains("Reason for the call", "Order or delivery", "Follow-up needed");
        assertThat(supervisor.get("/supervision/cases/" + id + "?lang=sv").body())
                .contains("Samtalets orsak", "Beställning eller leverans");
        assertThat(supervisor.get("/api/v1/exports/attempts.csv?listId=" + list).body())
                .contains("formData.followUp,formData.reason")
                .contains(",true,ORDER");
        assertThat(supervisor
                        .get("/api/v1/exports/callbacks.json?listId=" + list)
                        .json()
                        .get(0)
                        .at("/formData/reason")
                        .asText())
                .isEqualTo("ORDER");
    }

    private JsonNode inHandOf(String agent) {
        return centre.receive(agent, true).path("case");
    }

    private static List<String> ids(JsonNode inHand) {
        return inHand.path("earlier").findValuesAsText("callbackId");
    }
}
