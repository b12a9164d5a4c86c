package io.ringback.desk;

import static io.ringback.support.Centre.quoted;
import static io.ringback.support.Json.json;
import static io.ringback.support.Refusal.invalid;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.ringback.support.Centre;
import io.ringback.support.MovableClock;
import io.ringback.support.RingbackTest;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An outcome saved although nobody has called is told apart from a call everywhere, and not counted as one. */
@RingbackTest
class WithoutCallTest {

    @Autowired
    private Centre centre;

    @Autowired
    private MovableClock clock;

    @Autowired
    private JdbcClient jdbc;

    private String list = "";
    private String agent = "";
    private JsonNode callback = MissingNode.getInstance();

    private void inHand(Map<String, String> settings) {
        list = centre.list(settings);
        agent = centre.agentOn(list);
        callback = centre.request(list, centre.newNumber());
        centre.receive(agent, true);
    }

    @ParameterizedTest
    @CsvSource({
        // call status, setting: status then
        "BUSY,      ASK,   SCHEDULED",
        "NO_ANSWER, ALLOW, SCHEDULED",
        "OTHER,     ASK,   SCHEDULED",
        "ANSWERED,  ASK,   RESOLVED"
    })
    void aProgramSavesWithoutACallAndThatIsNoCall(String callStatus, String setting, String status) {
        inHand(Map.of("saveWithoutCall", quoted(setting)));

        centre.save(agent, callStatus);

        assertThat(centre.status(callback)).isEqualTo(status);
        assertThat(centre.callback(callback).path("attemptCount").asInt()).isZero();
        var attempt = history().at("/attempts/0");
        assertThat(attempt.path("callStatus").asText()).isEqualTo(callStatus);
        assertThat(attempt.path("withoutCall").asBoolean()).isTrue();
        assertThat(history().at("/events").findValuesAsText("withoutCall")).containsExactly("true");
        assertThat(counted("first_calls")).isZero();
        assertThat(counted("answered + busy + no_answer + other")).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ANSWERED", "BUSY", "NO_ANSWER", "OTHER"})
    void aListThatForbidsItWantsACallFirst(String callStatus) {
        inHand(Map.of("saveWithoutCall", "\"FORBID\""));
        var outcome = json(
                "{'allocationId':'%s','callStatus':'%s'}",
                centre.desk(agent).at("/case/allocationId").asText(), callStatus);

        invalid(centre.as(agent).post("/api/v1/desk/case/outcome", outcome), "callStatus");
        assertThat(history().path("attempts")).isEmpty();
        centre.call(agent);
        assertThat(centre.as(agent).post("/api/v1/desk/case/outcome", outcome).status())
                .isEqualTo(200);

        assertThat(history().at("/attempts/0/withoutCall").asBoolean()).isFalse();
        assertThat(centre.callback(callback).path("attemptCount").asInt()).isEqualTo(1);
    }

    @Test
    void theAttemptsAListAllowsAreCalls() {
        inHand(Map.of("maxAttempts", "1"));
        centre.save(agent, "BUSY");
        assertThat(centre.status(callback)).isEqualTo("SCHEDULED");
        clock.advance(Duration.ofMinutes(6));
        var other = centre.agentOn(list);
        centre.receive(agent, false);
        centre.receive(other, true);

        centre.call(other);
        centre.save(other, "BUSY");

        assertThat(centre.status(callback)).isEqualTo("CANCELLED");
        assertThat(centre.callback(callback).path("attemptCount").asInt()).isEqualTo(1);
    }

    @Test
    void theFirstCallIsTheFirstThoughOneWasSavedWithout() {
        inHand(Map.of());
        centre.save(agent, "BUSY");
        clock.advance(Duration.ofMinutes(6));
        centre.receive(agent, false);
        centre.receive(agent, true);

        centre.call(agent);
        centre.save(agent, "ANSWERED");

        assertThat(counted("first_calls")).isEqualTo(1);
        assertThat(counted("answered + busy + no_answer + other")).isEqualTo(1);
    }

    /** What the board and the charts count on the list. */
    private int counted(String what) {
        return jdbc.sql("SELECT coalesce(sum(%s), 0) FROM ringback.list_count WHERE list_id = ?".formatted(what))
                .param(list)
                .query(Integer.class)
                .single();
    }

    private JsonNode history() {
        return centre.as(centre.person("AUDITOR"))
                .get("/api/v1/callbacks/%s/history".formatted(Centre.id(callback)))
                .json();
    }
}
