package io.ringback.callback;

import static io.ringback.support.Json.json;
import static io.ringback.support.Refusal.notFound;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ringback.support.Centre;
import io.ringback.support.MovableClock;
import io.ringback.support.RingbackTest;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A callback looked at, and what happened to it. */
@RingbackTest
class CallbackHistoryTest {

    @Autowired
    private Centre centre;

    @Autowired
    private MovableClock clock;

    @ParameterizedTest
    @ValueSource(strings = {"INTEGRATOR", "SUPERVISOR", "AUDITOR"})
    void thoseWhoMayLookAtACallbackSeeItAsItIs(String role) {
        var list = centre.list();
        var agent = centre.agentOn(list);
        var callback = centre.request(list, centre.newNumber());
        centre.receive(agent, true);

        var answer = centre.as(centre.person(role)).get("/api/v1/callbacks/" + Centre.id(callback));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("status").asText()).isEqualTo("ALLOCATED");
        assertThat(answer.json().path("allocatedTo").asText()).isEqualTo(agent);
        assertThat(answer.json().path("attemptCount").asInt()).isZero();
        centre.receive(agent, false);
    }

    @Test
    void agentsMayLookAtNoCallbackButTheirOwn() {
        var callback = Centre.id(centre.request(centre.list(), centre.newNumber()));
        var agent = centre.as(centre.person("AGENT"));

        assertThat(agent.get("/api/v1/callbacks").status()).isEqualTo(403);
        assertThat(agent.get("/api/v1/callbacks/" + callback).status()).isEqualTo(403);
        assertThat(agent.get("/api/v1/callbacks/%s/history".formatted(callback)).status())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/history"})
    void whatDoesNotExistIsNotFound(String part) {
        var supervisor = centre.as(centre.person("SUPERVISOR"));

        for (var id : new String[] {UUID.randomUUID().toString(), "17", "not-an-id", "%F0%9F%98%80", "null"}) {
            notFound(supervisor.get("/api/v1/callbacks/" + id + part));
        }
    }

    @Test
    void theHistoryTellsOldestFirstWhatHappenedAndWho() {
        var list = centre.list();
        var agent = centre.agentOn(list);
        var number = centre.newNumber();
        var callback = centre.request(list, number);
        clock.advance(Duration.ofSeconds(1));
        var related = centre.request(list, number);
        clock.advance(Duration.ofSeconds(1));
        var relatedToo = centre.request(list, number);
        centre.receive(agent, true);
        workOn(agent, "NO_ANSWER", "nobody there");
        clock.advance(Duration.ofMinutes(20));
        centre.receive(agent, false);
        centre.receive(agent, true);
        workOn(agent, "ANSWERED", "all is well");

        var history = history(callback);

        var events = history.path("events");
        assertThat(events.findValuesAsText("type"))
                .containsSubsequence("REQUESTED", "ALLOCATED", "CALL_STARTED", "CALL_ENDED", "OUTCOME_SAVED")
                .containsSubsequence("OUTCOME_SAVED", "ALLOCATED", "OUTCOME_SAVED", "RESOLVED");
        assertThat(events.findValuesAsText("at").stream().map(Instant::parse)).isSorted();
        assertThat(events.findValuesAsText("actor")).contains(agent);
        assertThat(events.get(0).get("from").isNull()).isTrue();
        assertThat(events.get(0).path("to").asText()).isEqualTo("WAITING");
        assertThat(events.get(0).has("reason")).isTrue();
        assertThat(events.get(events.size() - 1).path("to").asText()).isEqualTo("RESOLVED");
        assertThat(history.path("attempts").findValuesAsText("callStatus")).containsExactly("NO_ANSWER", "ANSWERED");
        assertThat(history.path("attempts").findValuesAsText("note")).containsExactly("nobody there", "all is well");
        assertThat(history.path("attempts").findValuesAsText("agentId")).containsOnly(agent);
        assertThat(history.path("related").findValuesAsText("id"))
                .containsExactly(
                        related.path("id").asText(), relatedToo.path("id").asText());
        centre.receive(agent, false);
    }

    @Test
    void theHistoryHoldsNeitherNumberNorName() {
        var callback = centre.request(centre.list(), centre.newNumber(), Map.of("callerName", "\"Veli Visible\""));

        assertThat(history(callback).path("events").toString())
                .doesNotContain("Veli", callback.path("phoneNumber").asText());
    }

    @Test
    void theHistoryOfAMergedCallbackNamesItsMainOne() {
        var list = centre.list();
        var number = centre.newNumber();
        var main = centre.request(list, number);
        var merged = centre.request(list, number);

        var history = history(merged);

        assertThat(history.at("/events/0/type").asText()).isEqualTo("MERGED");
        assertThat(history.at("/events/0/details/mainCallbackId")).isEqualTo(main.path("id"));
        assertThat(history.at("/related/0/id")).isEqualTo(main.path("id"));
        assertThat(history(main).path("events").findValuesAsText("type")).contains("RELATED_RECEIVED");
    }

    private void workOn(String agent, String callStatus, String note) {
        centre.endCall(agent, centre.call(agent));
        clock.advance(Duration.ofSeconds(5));
        centre.save(agent, callStatus, Map.of("note", Centre.quoted(note)));
    }

    private JsonNode history(JsonNode callback) {
        var answer = centre.as(centre.person("AUDITOR")).get(json("/api/v1/callbacks/%s/history", Centre.id(callback)));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }
}
